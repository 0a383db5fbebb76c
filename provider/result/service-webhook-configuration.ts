import type { WebhookFilter } from "./webhook-filter";

/**
 * How Twilio calls a webhook.
 * @example
 * const method: WebhookMethod = "POST";
 */
export type WebhookMethod = "GET" | "POST";

/**
 * The webhook configuration of one Conversations service, as it is at Twilio now. A service that was never configured
 * has null in everything but `chatServiceSid` and, as a rule, `accountSid` and `url`.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const isSet = ({ preWebhookUrl, postWebhookUrl }: GetServiceWebhookConfigurationResult) =>
 *   preWebhookUrl !== null || postWebhookUrl !== null;
 */
export interface GetServiceWebhookConfigurationResult {
  /** The account responsible for the service, `AC` and 32 hex digits. */
  readonly accountSid: string | null;
  /** The service asked for, `IS` and 32 hex digits. */
  readonly chatServiceSid: string;
  /** The URL that Twilio asks before an event takes effect; null if none is set. As stored: it may not be an absolute URL. */
  readonly preWebhookUrl: string | null;
  /** The URL that Twilio tells after an event; null if none is set. As stored: it may not be an absolute URL. */
  readonly postWebhookUrl: string | null;
  /** The events that are delivered: one that is not listed does not fire. Null where it was never set. */
  readonly filters: WebhookFilter[] | null;
  /** The HTTP method of the webhook requests; null where it was never set. */
  readonly method: WebhookMethod | null;
  /** The URL of this configuration at Twilio. */
  readonly url: string | null;
}
