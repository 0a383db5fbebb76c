import type { WebhookFilter } from "./webhook-filter";
import type { WebhookMethod } from "./service-webhook-configuration";

/**
 * Where an account's webhook leads: to the URLs, or to Twilio Flex. Another target that Twilio may add is passed
 * through.
 * @example
 * const target: WebhookTarget = "flex";
 */
export type WebhookTarget = "webhook" | "flex" | (string & {});

/**
 * The webhook configuration of an account, as it is at Twilio now: it serves every service that has none of its own.
 * @see https://www.twilio.com/docs/conversations-classic/api/webhook-configuration-resource
 * @example
 * const isFlex = ({ target }: GetWebhookConfigurationResult) => target === "flex";
 */
export interface GetWebhookConfigurationResult {
  /** The account, `AC` and 32 hex digits. */
  readonly accountSid: string | null;
  /** The URL that Twilio asks before an event takes effect; null if none is set. As stored: it may not be an absolute URL. */
  readonly preWebhookUrl: string | null;
  /** The URL that Twilio tells after an event; null if none is set. As stored: it may not be an absolute URL. */
  readonly postWebhookUrl: string | null;
  /** The events that are delivered: one that is not listed does not fire. Null where it was never set. */
  readonly filters: WebhookFilter[] | null;
  /** The HTTP method of the webhook requests; null where it was never set. */
  readonly method: WebhookMethod | null;
  /** Where the webhook leads; null where it was never set. */
  readonly target: WebhookTarget | null;
  /** The URL of this configuration at Twilio. */
  readonly url: string | null;
}
