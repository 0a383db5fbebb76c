// Tested by test/plugin/resource.test.ts
import { serviceConfigurationProperties } from "../schema/configuration-properties";
import { withExamples } from "../schema/examples/example";
import { judgeByRules } from "../schema/examples/judge-by-rules";
import { stopAtAWrongWebhook } from "../schema/examples/stop-at-a-wrong-webhook";
import { failsIf, serviceReadFailures } from "../schema/failures";
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
      "Any values that must be known before the service is read, such as the id of what sets the webhook: while one is not known in preview, nothing is read and judged. A value that is known, such as the id of what exists already, defers nothing: a preview before a change of the webhook judges the old one, so that such an update needs `--skip-preview`. They are not recorded. Default: nothing.",
  },
} as const satisfies Readonly<Record<string, PropertySchema>>;

export const resourceSchema: ResourceSchema = {
  description: withExamples(
    `Reads a Conversations service's webhook configuration in every preview and update, records it in the stack, and stops what depends on it while it is not as expected. It only ever reads: nothing is created, changed or deleted at Twilio. A change at Twilio is an update in the next diff. ${failsIf(`\`expect\`, \`rules\` or \`enforcement\` is not valid; the configuration is not as expected, or a rule finds an error, with \`enforcement\` \`mandatory\`; ${serviceReadFailures}`)}`,
    [stopAtAWrongWebhook, judgeByRules],
  ),
  properties: {
    ...serviceConfigurationProperties,
    expect: { ...typeReference("Expectation"), description: "What was expected; null if it may be anything." },
    rules: {
      ...rulesProperty,
      description: "The rules by which it was judged, as they were given; null if none apply.",
    },
    enforcement: {
      type: "string",
      description: "What a violation leads to, as it was given; null if nothing was, which is `mandatory`.",
    },
  },
  required: ["chatServiceSid"],
  inputProperties: resourceInputProperties,
  requiredInputs: ["chatServiceSid"],
};
