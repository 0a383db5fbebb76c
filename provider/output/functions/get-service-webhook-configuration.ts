import type * as pulumi from "@pulumi/pulumi";
import type { GetServiceWebhookConfigurationResult } from "../../result/service-webhook-configuration";
import { readOutput, readPromise } from "./live-read";
import { serviceRead } from "./read-function";

/**
 * Arguments of {@link getServiceWebhookConfiguration}.
 * @example
 * const args: GetServiceWebhookConfigurationArgs = { chatServiceSid, account: "eu" };
 */
export interface GetServiceWebhookConfigurationArgs {
  /** The Conversations service's SID: `IS` and 32 hexadecimal digits. */
  readonly chatServiceSid: string;
  /**
   * Which named set of credentials to use: "eu" reads the stack config `twilio-eu:…`, else the environment `TWILIO_*_EU`.
   * @default the account of `twilio:…`, else of `TWILIO_*`
   */
  readonly account?: string | undefined;
}

/**
 * Arguments of {@link getServiceWebhookConfigurationOutput}.
 * @example
 * const sid = new pulumi.Config().requireSecret("chatServiceSid");
 * const args: GetServiceWebhookConfigurationOutputArgs = { chatServiceSid: sid };
 */
export type GetServiceWebhookConfigurationOutputArgs = {
  readonly [Key in keyof GetServiceWebhookConfigurationArgs]: pulumi.Input<GetServiceWebhookConfigurationArgs[Key]>;
};

/**
 * Options of {@link getServiceWebhookConfiguration}.
 * @example
 * const options: GetServiceWebhookConfigurationOptions = { signal: AbortSignal.timeout(20_000) };
 */
export interface GetServiceWebhookConfigurationOptions {
  /** Ends the read at once when it is aborted; the promise then rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/**
 * Options of {@link getServiceWebhookConfigurationOutput}; both mean what they mean for Pulumi's own functions.
 * @example
 * const setter = new Backend("whatever-sets-the-webhook", {});
 * const options: GetServiceWebhookConfigurationOutputOptions = { dependsOn: setter };
 */
export type GetServiceWebhookConfigurationOutputOptions = Pick<pulumi.InvokeOutputOptions, "dependsOn" | "parent">;

/**
 * Reads the webhook configuration of a Conversations service, as it is at Twilio now.
 *
 * The promise rejects, it never throws: with {@link InvalidInputError}, {@link ConfigurationError},
 * {@link TwilioApiError}, {@link NetworkError}, {@link RequestTimeoutError} or {@link ResponseFormatError}.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const { postWebhookUrl, filters } = await getServiceWebhookConfiguration({ chatServiceSid });
 */
export async function getServiceWebhookConfiguration(
  args: GetServiceWebhookConfigurationArgs,
  options: GetServiceWebhookConfigurationOptions = {},
): Promise<GetServiceWebhookConfigurationResult> {
  return readPromise(serviceRead, "getServiceWebhookConfiguration", args, options.signal);
}

/**
 * Reads the webhook configuration of a Conversations service, from inputs that may not be known yet.
 *
 * The result is unknown in preview while the service's SID is, or while something in `dependsOn` is still to be
 * created; no request is made then. It is secret if the SID is, and if one of the URLs carries a credential.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const live = getServiceWebhookConfigurationOutput({ chatServiceSid });
 * new Backend("backend", { webhookUrl: live.postWebhookUrl });
 */
export function getServiceWebhookConfigurationOutput(
  args: GetServiceWebhookConfigurationOutputArgs,
  options: GetServiceWebhookConfigurationOutputOptions = {},
): pulumi.Output<GetServiceWebhookConfigurationResult> {
  return readOutput(serviceRead, "getServiceWebhookConfigurationOutput", args, options.dependsOn);
}
