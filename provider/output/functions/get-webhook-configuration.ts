// Tested by test/engine/plural.test.ts
import type * as pulumi from "@pulumi/pulumi";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import type {
  GetServiceWebhookConfigurationOptions,
  GetServiceWebhookConfigurationOutputOptions,
} from "./get-service-webhook-configuration";
import { readOutput, readPromise } from "./live-read";
import { accountRead } from "./read-function";
import type { InputsOf } from "./when-known";

/**
 * Arguments of {@link getWebhookConfiguration}.
 * @example
 * const args: GetWebhookConfigurationArgs = { account: "eu" };
 */
export interface GetWebhookConfigurationArgs {
  /**
   * Which named set of credentials to use: "eu" reads the stack config `twilio-eu:…`, else the environment `TWILIO_*_EU`.
   * @default the account of `twilio:…`, else of `TWILIO_*`
   */
  readonly account?: string | undefined;
}

/**
 * Arguments of {@link getWebhookConfigurationOutput}.
 * @example
 * const args: GetWebhookConfigurationOutputArgs = { account: new pulumi.Config().get("account") };
 */
export type GetWebhookConfigurationOutputArgs = InputsOf<GetWebhookConfigurationArgs>;

/**
 * Options of {@link getWebhookConfiguration}.
 * @example
 * const options: GetWebhookConfigurationOptions = { signal: AbortSignal.timeout(20_000) };
 */
export type GetWebhookConfigurationOptions = GetServiceWebhookConfigurationOptions;

/**
 * Options of {@link getWebhookConfigurationOutput}; both mean what they mean for Pulumi's own functions.
 * @example
 * const setter = new Backend("whatever-sets-the-webhook", {});
 * const options: GetWebhookConfigurationOutputOptions = { dependsOn: setter };
 */
export type GetWebhookConfigurationOutputOptions = GetServiceWebhookConfigurationOutputOptions;

/**
 * Reads the webhook configuration of the account itself, as it is at Twilio now. It serves every service that has none
 * of its own.
 *
 * The promise rejects, it never throws: with {@link InvalidInputError}, {@link ConfigurationError},
 * {@link TwilioApiError}, {@link NetworkError}, {@link RequestTimeoutError} or {@link ResponseFormatError}.
 * @see https://www.twilio.com/docs/conversations-classic/api/webhook-configuration-resource
 * @example
 * const { target, postWebhookUrl } = await getWebhookConfiguration();
 */
export async function getWebhookConfiguration(
  args: GetWebhookConfigurationArgs = {},
  options: GetWebhookConfigurationOptions = {},
): Promise<GetWebhookConfigurationResult> {
  return readPromise(accountRead, "getWebhookConfiguration", args, options.signal);
}

/**
 * Reads the webhook configuration of the account itself, where which account it is may not be known yet.
 *
 * The result is unknown in preview while the account's name is, or while something in `dependsOn` is still to be
 * created; no request is made then. It is secret if the name is, and if one of the URLs carries a credential.
 * @see https://www.twilio.com/docs/conversations-classic/api/webhook-configuration-resource
 * @example
 * const account = getWebhookConfigurationOutput({ account: "eu" });
 * new Backend("backend", { webhookUrl: account.postWebhookUrl });
 */
export function getWebhookConfigurationOutput(
  args: GetWebhookConfigurationOutputArgs = {},
  options: GetWebhookConfigurationOutputOptions = {},
): pulumi.Output<GetWebhookConfigurationResult> {
  return readOutput(accountRead, "getWebhookConfigurationOutput", args, options.dependsOn);
}
