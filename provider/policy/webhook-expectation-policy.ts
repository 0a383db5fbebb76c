import type { PolicyConfigSchema, ResourceValidationPolicy } from "@pulumi/policy";
import { expectationSchema } from "../expectation/expectation-schema";
import type { ServiceWebhookExpectation } from "../expectation/service-webhook-expectation";
import { isRecordedType, pluginResourceType, resourceType } from "../recording/recorded-type";
import { expectationChoice } from "./expectation-choice";
import { judgeResource, type ExpectationSettings } from "./judge-resource";
import { requireFlag, type PolicyOptions } from "./policy-options";
import { policySettings, type SettingsKind } from "./policy-settings";

/**
 * Options of {@link webhookExpectationPolicy}.
 * @example
 * const options: WebhookExpectationPolicyOptions = { expect: { postWebhookUrl: { protocol: "https" } } };
 */
export interface WebhookExpectationPolicyOptions extends PolicyOptions {
  /**
   * The policy's name, by which it is configured; unique in its pack.
   * @default "webhook-expectation"
   */
  readonly name?: string;
  /**
   * The expectation for every service that has none of its own in `services`.
   * @default nothing is expected of them
   */
  readonly expect?: ServiceWebhookExpectation;
  /**
   * The expectations for single services, by their SID; each replaces `expect` for its service.
   * @default `expect` holds for all
   */
  readonly services?: Readonly<Record<string, ServiceWebhookExpectation>>;
}

const kind: SettingsKind<ExpectationSettings> = {
  functionName: "webhookExpectationPolicy",
  defaultName: "webhook-expectation",
  configurable: ["expect", "services", "showValues"],
  isComplete: (options) => "expect" in options || "services" in options,
  read: (options) => ({ showValues: requireFlag(options, "showValues"), choice: expectationChoice(options) }),
};

/** The schema of what can be configured from outside of the pack. */
const configSchema = {
  properties: {
    expect: expectationSchema,
    services: {
      type: "object",
      description: "Expectations of single services, by service SID; each takes the place of expect for its service.",
      patternProperties: { "^IS[0-9a-fA-F]{32}$": expectationSchema },
      additionalProperties: false,
      minProperties: 1,
    },
    showValues: {
      type: "boolean",
      description:
        "Whether messages show what was found, secret values included, but for URLs that carry a credential.",
    },
  },
};

/**
 * A policy for a CrossGuard policy pack: the webhook configurations that a stack records with
 * `ServiceWebhookConfiguration` must be as expected. It judges as the resource's own `expect` does, in preview and in
 * the update; what is not known in preview is judged in the update.
 *
 * `expect`, `services` and `showValues` can also be given in the pack's configuration, each in place of what is given
 * here. A policy that expects nothing, or something that is not valid, is an error and never a pass.
 * @example
 * new PolicyPack("twilio", {
 *   policies: [webhookExpectationPolicy({ enforcementLevel: "mandatory", expect: { postWebhookUrl: { protocol: "https" } } })],
 * });
 * @throws {InvalidInputError} that names the option that is not valid.
 * @see https://www.pulumi.com/docs/insights/policy/
 */
export function webhookExpectationPolicy(options: WebhookExpectationPolicyOptions = {}): ResourceValidationPolicy {
  const { head, settings } = policySettings(options, kind);
  return {
    ...head,
    description: "The webhook configuration of a Twilio Conversations service must be as expected.",
    remediationSteps:
      "Change the webhook configuration at Twilio, or change what the policy expects if the configuration is right as it is.",
    // The type that the SDK gives a schema lacks some of the keywords that the engine knows.
    configSchema: configSchema as PolicyConfigSchema,
    validateResource: (args, reportViolation) => {
      if (!isRecordedType(args.type)) {
        return args.notApplicable(`it is for resources of type ${resourceType} or ${pluginResourceType}`);
      }
      judgeResource(args, settings(args.getConfig()), reportViolation);
    },
  };
}
