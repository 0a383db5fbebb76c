// Tested by test/plugin/schema.test.ts
import type { ObjectSchema, PropertySchema } from "./schema-types";

/** Rule settings without a union, which not every language of Pulumi's can send: without an entry all is as recommended. */
export const rulesProperty = {
  type: "object",
  additionalProperties: { type: "string" },
  description:
    "Rules by which the webhook configuration is judged whatever it is meant to be, by their ids: `error`, `warning`, `note` or `off` for each, on top of what is recommended. Empty: all rules as recommended.",
} as const satisfies PropertySchema;

const text = { type: "string" } as const;

/** The types of what rules find. */
export const findingTypes = {
  Finding: {
    type: "object",
    description: "One thing that is wrong whatever the configuration is meant to be.",
    properties: {
      rule: { ...text, description: "The rule that found it, such as `no-events`." },
      severity: { ...text, description: "`error`, `warning` or `note`." },
      property: { ...text, description: "The property that it is about; null if it is about all of them." },
      message: { ...text, description: "The fault, for a reader. Secrets stand in it as `[secret]`." },
      remediation: { ...text, description: "The way out, for a reader." },
    },
    required: ["rule", "severity", "message", "remediation"],
  },
} as const satisfies Readonly<Record<string, ObjectSchema>>;
