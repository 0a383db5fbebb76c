// Tested by test/output/resource/known-arguments.test.ts
import type * as pulumi from "@pulumi/pulumi";
import type { Enforcement } from "../../verdict/enforcement";
import type { RuleSettingsInput, ServiceWebhookExpectationInput } from "../gate/gate-input";
import type { PropertiesOf } from "./known-arguments";

/**
 * The arguments of a `ServiceWebhookConfiguration`: what it reads, and what it expects.
 * @example
 * const args: ServiceWebhookConfigurationArgs = {
 *   chatServiceSid,
 *   expect: { postWebhookUrl: { host: "*.example.com" } },
 *   rules: { "tunnel-host": "error" },
 *   enforcement: "advisory",
 * };
 */
export interface ServiceWebhookConfigurationArgs {
  /**
   * The Conversations service's SID: `IS` and 32 hexadecimal digits. Another one replaces the resource. A secret SID
   * makes every value secret, but Pulumi keeps the resource's id, which is the SID, in plain text in the state.
   */
  readonly chatServiceSid: pulumi.Input<string>;
  /**
   * Which named set of credentials to use: "eu" reads the stack config `twilio-eu:…`, else the environment `TWILIO_*_EU`.
   * @default the account of `twilio:…`, else of `TWILIO_*`
   */
  readonly account?: pulumi.Input<string | undefined> | undefined;
  /**
   * The expectation. It is checked in preview and in the update, before anything that depends on the
   * resource; what is not known in preview is checked in the update. Any part of it may be an output.
   * @default nothing is expected
   */
  readonly expect?: ServiceWebhookExpectationInput;
  /**
   * Which rules apply, whatever the configuration is meant to be: `"recommended"`, or severities of single rules on top of
   * that. A finding of the severity "error" is a violation, as one of `expect` is; a "warning" only warns, and a "note" is
   * silent. Any part of it may be an output.
   * @see https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md
   * @default no rules apply
   */
  readonly rules?: RuleSettingsInput;
  /**
   * How strictly `expect` and `rules` are enforced: "mandatory" stops, "advisory" warns, "disabled" does neither, and
   * warns of nothing. A configuration that cannot be read stops in any case.
   * @default "mandatory"
   */
  readonly enforcement?: pulumi.Input<Enforcement | undefined> | undefined;
}

/** All that a `ServiceWebhookConfiguration` can be given. */
export const serviceProperties: PropertiesOf<ServiceWebhookConfigurationArgs> = {
  chatServiceSid: true,
  account: true,
  expect: true,
  rules: true,
  enforcement: true,
};
