// Tested by test/plugin/functions.test.ts
import { compileExpectation } from "../../expectation/compile-expectation";
import { fromPortable } from "../../expectation/portable-expectation";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { judge } from "../../verdict/judge";
import { serviceConfigurationProperties } from "../schema/configuration-properties";
import { token, typeReference } from "../schema/names";
import { withSecrets } from "../wire/engine-value";
import type { PluginFunction } from "./plugin-function";

export const verifyServiceWebhookConfiguration: PluginFunction = {
  token: token("verifyServiceWebhookConfiguration"),
  schema: {
    description:
      "Reads a Conversations service's webhook configuration and judges it. A violation is an answer and not an error: demand that `passed` is true, since a result that is not known yet in preview has neither `passed` nor violations.",
    inputs: {
      properties: {
        chatServiceSid: serviceConfigurationProperties.chatServiceSid,
        expect: { ...typeReference("Expectation"), description: "What the webhook configuration must be." },
      },
      required: ["chatServiceSid", "expect"],
    },
    outputs: {
      properties: {
        passed: { type: "boolean", description: "Whether everything that is expected holds." },
        violations: {
          type: "array",
          items: typeReference("Violation"),
          description: "Everything that does not hold; empty if it passed.",
        },
      },
      required: ["passed", "violations"],
    },
  },
  async run({ chatServiceSid, expect }, { client, signal, isSecret, secretPathsIn }) {
    const source = fromPortable({ value: expect, secretPaths: secretPathsIn("expect") });
    const expectation = compileExpectation(source.value, { secretPaths: source.secretPaths });
    const live = await readServiceWebhookConfiguration(client(), chatServiceSid as string, { signal });
    const hidden = isSecret("chatServiceSid") ? new Set(Object.keys(live)) : new Set<string>();
    const { violations } = judge(live, expectation, { secretProperties: hidden });
    return withSecrets(
      {
        passed: violations.length === 0,
        violations: violations.map(({ property, condition, message }) => ({ property, condition, message })),
      },
      new Set(),
    );
  },
};

/** The types that its result is made of. */
export const violationTypes = {
  Violation: {
    type: "object",
    description: "One thing that is not as expected.",
    properties: {
      property: { type: "string", description: "The property that it is about, such as `postWebhookUrl`." },
      condition: { type: "string", description: "The condition that does not hold, such as `host`." },
      message: {
        type: "string",
        description: "What was expected and what was found, for a reader. Secrets stand in it as `[secret]`.",
      },
    },
    required: ["property", "condition", "message"],
  },
} as const;
