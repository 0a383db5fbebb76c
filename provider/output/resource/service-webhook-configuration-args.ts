// Tested by test/output/resource/known-arguments.test.ts
import type * as pulumi from "@pulumi/pulumi";
import type { Enforcement } from "../../verdict/enforcement";
import type { ServiceWebhookExpectationInput } from "../gate/gate-input";
import type { PropertiesOf } from "./known-arguments";

/**
 * What a `ServiceWebhookConfiguration` reads.
 * @example
 * const args: ServiceWebhookConfigurationArgs = {
 *   chatServiceSid,
 *   expect: { postWebhookUrl: { host: "*.example.com" } },
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
   * What the configuration must be. It is checked in preview and in the update, before anything that depends on the
   * resource; what is not known in preview is checked in the update. Any part of it may be an output.
   * @default nothing is expected
   */
  readonly expect?: ServiceWebhookExpectationInput;
  /**
   * What a violation of `expect` leads to: "mandatory" stops, "advisory" warns, "disabled" does neither. A configuration
   * that cannot be read stops in any case.
   * @default "mandatory"
   */
  readonly enforcement?: pulumi.Input<Enforcement | undefined> | undefined;
}

/** All that a `ServiceWebhookConfiguration` can be given. */
export const serviceProperties: PropertiesOf<ServiceWebhookConfigurationArgs> = {
  chatServiceSid: true,
  account: true,
  expect: true,
  enforcement: true,
};
