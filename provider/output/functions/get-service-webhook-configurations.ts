// Tested by test/engine/plural.test.ts
import type * as pulumi from "@pulumi/pulumi";
import type { ServiceWebhookConfigurationReading } from "../../result/service-reading";
import type {
  GetServiceWebhookConfigurationOptions,
  GetServiceWebhookConfigurationOutputOptions,
} from "./get-service-webhook-configuration";
import { readOutput, readPromise } from "./live-read";
import { servicesRead, type ServicesArgs } from "./read-function";
import type { InputsOf } from "./when-known";

/**
 * Arguments of {@link getServiceWebhookConfigurations}.
 * @example
 * const args: GetServiceWebhookConfigurationsArgs = { chatServiceSids: [chatServiceSid], account: "eu" };
 */
export interface GetServiceWebhookConfigurationsArgs {
  /**
   * Which named set of credentials to use: "eu" reads the stack config `twilio-eu:…`, else the environment `TWILIO_*_EU`.
   * @default the account of `twilio:…`, else of `TWILIO_*`
   */
  readonly account?: string | undefined;
  /**
   * The Conversations services' SIDs: `IS` and 32 hexadecimal digits each.
   * @default all services of the account
   */
  readonly chatServiceSids?: readonly string[] | undefined;
}

/**
 * Arguments of {@link getServiceWebhookConfigurationsOutput}.
 * @example
 * const sid = new pulumi.Config().requireSecret("chatServiceSid");
 * const args: GetServiceWebhookConfigurationsOutputArgs = { chatServiceSids: [sid] };
 */
export interface GetServiceWebhookConfigurationsOutputArgs {
  /** As in {@link GetServiceWebhookConfigurationsArgs}. */
  readonly account?: pulumi.Input<string | undefined> | undefined;
  /** As in {@link GetServiceWebhookConfigurationsArgs}; the list, and each SID in it, may be an output. */
  readonly chatServiceSids?: pulumi.Input<readonly pulumi.Input<string>[] | undefined> | undefined;
}

/**
 * The result of {@link getServiceWebhookConfigurations}.
 * @example
 * const unreadable = ({ services }: GetServiceWebhookConfigurationsResult) =>
 *   services.filter(({ error }) => error !== null);
 */
export interface GetServiceWebhookConfigurationsResult {
  /** The outcome for each service: in the order asked for, or in that of Twilio's list. */
  readonly services: readonly ServiceWebhookConfigurationReading[];
}

/**
 * Options of {@link getServiceWebhookConfigurations}.
 * @example
 * const options: GetServiceWebhookConfigurationsOptions = { signal: AbortSignal.timeout(60_000) };
 */
export type GetServiceWebhookConfigurationsOptions = GetServiceWebhookConfigurationOptions;

/**
 * Options of {@link getServiceWebhookConfigurationsOutput}; both mean what they mean for Pulumi's own functions.
 * @example
 * const setter = new Backend("whatever-sets-the-webhooks", {});
 * const options: GetServiceWebhookConfigurationsOutputOptions = { dependsOn: setter };
 */
export type GetServiceWebhookConfigurationsOutputOptions = GetServiceWebhookConfigurationOutputOptions;

/**
 * Reads the webhook configurations of several Conversations services, as they are at Twilio now: of all that the account
 * has, or of those named. One that cannot be read does not lose the others: its `error` says why.
 *
 * The promise rejects, it never throws: with {@link InvalidInputError} for anything that is not a service's SID, with
 * {@link ConfigurationError}, and, where the list of services cannot be read, with {@link TwilioApiError},
 * {@link NetworkError}, {@link RequestTimeoutError} or {@link ResponseFormatError}.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const { services } = await getServiceWebhookConfigurations({ account: "eu" });
 * const unset = services.filter(({ configuration }) => configuration?.postWebhookUrl === null);
 */
export async function getServiceWebhookConfigurations(
  args: GetServiceWebhookConfigurationsArgs = {},
  options: GetServiceWebhookConfigurationsOptions = {},
): Promise<GetServiceWebhookConfigurationsResult> {
  return readPromise(servicesRead, "getServiceWebhookConfigurations", args, options.signal);
}

/**
 * Reads the webhook configurations of several Conversations services, from inputs that may not be known yet.
 *
 * The result is unknown in preview while one of the SIDs is, or while something in `dependsOn` is still to be created; no
 * request is made then. It is secret, the whole of it, if a SID is, and if one of the URLs carries a credential.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const all = getServiceWebhookConfigurationsOutput({});
 * const count = all.services.apply((services) => services.length);
 */
export function getServiceWebhookConfigurationsOutput(
  args: GetServiceWebhookConfigurationsOutputArgs = {},
  options: GetServiceWebhookConfigurationsOutputOptions = {},
): pulumi.Output<GetServiceWebhookConfigurationsResult> {
  return readOutput(
    servicesRead,
    "getServiceWebhookConfigurationsOutput",
    args as InputsOf<ServicesArgs>,
    options.dependsOn,
  );
}
