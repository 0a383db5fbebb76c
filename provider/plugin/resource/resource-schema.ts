// Tested by test/plugin/resource.test.ts
import { serviceConfigurationProperties } from "../schema/configuration-properties";
import { rulesProperty } from "../schema/rule-types";
import { typeReference } from "../schema/names";
import type { PropertySchema, ResourceSchema } from "../schema/schema-types";

/** The properties that a program gives the resource. */
export const resourceInputProperties = {
  chatServiceSid: {
    ...serviceConfigurationProperties.chatServiceSid,
    willReplaceOnChanges: true,
  },
  expect: {
    ...typeReference("Expectation"),
    description:
      "What the webhook configuration must be. A violation stops this resource, and with it what depends on it, in preview and in the update. Default: it may be anything.",
  },
  rules: {
    ...rulesProperty,
    description: `${rulesProperty.description} An error stops this resource as a violation does, a warning only warns, a note is silent. Default: no rules apply.`,
  },
  enforcement: {
    type: "string",
    description:
      "What a violation of `expect` or `rules` leads to: `mandatory` stops, `advisory` warns, `disabled` does neither. A service that cannot be read, or an expectation that is not valid, always stops. Default: `mandatory`.",
  },
  after: {
    type: "array",
    items: { $ref: "pulumi.json#/Any" },
    description:
      "Any values that must be known before the service is read, such as the id of what sets the webhook: while one is not known in preview, nothing is read and judged. They are not recorded.",
  },
} as const satisfies Readonly<Record<string, PropertySchema>>;

export const resourceSchema: ResourceSchema = {
  description:
    "Reads a Conversations service's webhook configuration in every preview and update, records it in the stack, and stops what depends on it while it is not as expected. It only ever reads: nothing is created, changed or deleted at Twilio. A change at Twilio is an update in the next diff.",
  properties: {
    ...serviceConfigurationProperties,
    expect: { ...typeReference("Expectation"), description: "What was expected." },
    rules: { ...rulesProperty, description: "The rules by which it was judged, as they were given." },
    enforcement: { type: "string", description: "What a violation leads to, as it was given." },
  },
  required: ["chatServiceSid"],
  inputProperties: resourceInputProperties,
  requiredInputs: ["chatServiceSid"],
};
