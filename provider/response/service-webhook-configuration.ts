import { orAbsent, orNull, orUnset, sid, stringArray, text, webhookMethod } from "./field-kind";
import { readFields, type FieldTable, type WireOf } from "./field-table";
import type { AccountContext } from "./account-context";
import { requireAccount, requireSame } from "./require-same";

/**
 * The fields of a service's webhook configuration.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 */
export const serviceWebhookConfigurationFields = {
  account_sid: orUnset(sid("AC")),
  chat_service_sid: orUnset(sid("IS")),
  pre_webhook_url: orUnset(text),
  post_webhook_url: orUnset(text),
  filters: orNull(stringArray),
  // The reference says that it is not nullable, and gives an example in which it is null.
  method: orUnset(webhookMethod),
  // The link of the resource to itself.
  url: orAbsent(orUnset(text)),
} satisfies FieldTable;

/** A service's webhook configuration as Twilio sends it, checked; `method` in upper case. */
export type ServiceWebhookConfigurationWire = WireOf<typeof serviceWebhookConfigurationFields>;

/** The request that the answer must agree with. */
export interface ServiceWebhookConfigurationContext extends AccountContext {
  /** The service that was asked for. */
  readonly chatServiceSid: string;
}

/**
 * Checks an answer's object field by field, and that it is about the service and the account that were asked for.
 * @throws ResponseFormatError if it is not as documented, or is about something else.
 */
export function parseServiceWebhookConfiguration(
  object: Readonly<Record<string, unknown>>,
  context: ServiceWebhookConfigurationContext,
): ServiceWebhookConfigurationWire {
  const wire = readFields(serviceWebhookConfigurationFields, object, context);
  requireSame("chat_service_sid", wire.chat_service_sid, context.chatServiceSid, "the service asked for", context);
  requireAccount(wire.account_sid, context);
  return wire;
}
