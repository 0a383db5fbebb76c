// Tested by test/plugin/functions.test.ts
import { compileExpectation } from "../../expectation/compile-expectation";
import { fromPortable } from "../../expectation/portable-expectation";
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { readWebhookConfiguration } from "../../result/read-webhook-configuration";
import { decideGate, needsAccount } from "../../verdict/gate-decision";
import { knownRules } from "../../verdict/known-rules";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { rulesProperty } from "../schema/rule-types";
import { serviceConfigurationProperties } from "../schema/configuration-properties";
import { withExamples } from "../schema/examples/example";
import { verifyAService } from "../schema/examples/verify-a-service";
import { failsIf, serviceReadFailures } from "../schema/failures";
import { token, typeReference } from "../schema/names";
import { withSecrets } from "../wire/engine-value";
import type { PluginFunction } from "./plugin-function";

export const verifyServiceWebhookConfiguration: PluginFunction = {
  token: token("verifyServiceWebhookConfiguration"),
  schema: {
    description: withExamples(
      `Reads a Conversations service's webhook configuration and judges it. A violation is an answer and not an error: demand that \`passed\` is true, since a result that is not known yet in preview has neither \`passed\` nor violations. ${failsIf(`neither \`expect\` nor \`rules\` is given, or one of them is not valid; ${serviceReadFailures}`)}`,
      [verifyAService],
    ),
    inputs: {
      properties: {
        chatServiceSid: serviceConfigurationProperties.chatServiceSid,
        expect: {
          ...typeReference("Expectation"),
          description: "What the webhook configuration must be; this or `rules`, or both. Default: it may be anything.",
        },
        rules: { ...rulesProperty, description: `${rulesProperty.description} Default: no rules apply.` },
      },
      required: ["chatServiceSid"],
    },
    outputs: {
      properties: {
        passed: {
          type: "boolean",
          description: "Whether everything that is expected holds, and the rules found no error.",
        },
        violations: {
          type: "array",
          items: typeReference("Violation"),
          description: "Everything that does not hold; empty if it passed.",
        },
        findings: {
          type: "array",
          items: typeReference("Finding"),
          description: "Everything that the rules found, the worst first; empty without `rules`.",
        },
      },
      required: ["passed", "violations", "findings"],
    },
  },
  async run({ chatServiceSid, expect, rules }, { client: connect, signal, isSecret, secretPathsIn }) {
    if (expect === undefined && rules === undefined) {
      throw new InvalidInputError("expect", "expect or rules is needed: without both there is nothing to verify");
    }
    const source = fromPortable({ value: expect, secretPaths: secretPathsIn("expect") });
    const gate = {
      expectation:
        expect === undefined ? undefined : compileExpectation(source.value, { secretPaths: source.secretPaths }),
      rules: rules === undefined ? undefined : knownRules(rules, { secretPaths: secretPathsIn("rules") }),
      enforcement: "mandatory",
      name: "expect",
      isPreview: false,
    } as const;
    const client = connect();
    const configuration = await readServiceWebhookConfiguration(client, chatServiceSid as string, { signal });
    const account = needsAccount(configuration, gate) ? await readWebhookConfiguration(client, { signal }) : undefined;
    const reading = { configuration, isSecret: isSecret("chatServiceSid"), after: [], account };
    const { failure, violations, findings } = decideGate(reading, gate);
    return withSecrets(
      {
        passed: failure === null,
        violations: violations.map(({ property, condition, message }) => ({ property, condition, message })),
        findings: findings.map((finding) => ({ ...finding })),
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
