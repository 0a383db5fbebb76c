import { orAbsent, orNull, orUnset, sid, stringArray, text, webhookMethod } from "./field-kind";
import { readFields, type FieldTable, type WireOf } from "./field-table";
import type { AccountContext } from "./account-context";
import { requireAccount } from "./require-same";

/**
 * The fields of an account's own webhook configuration.
 * @see https://www.twilio.com/docs/conversations-classic/api/webhook-configuration-resource
 */
const accountWebhookConfigurationFields = {
  account_sid: orUnset(sid("AC")),
  pre_webhook_url: orUnset(text),
  post_webhook_url: orUnset(text),
  filters: orNull(stringArray),
  method: orUnset(webhookMethod),
  // "webhook" or "flex" are documented; another one would be no fault of the answer.
  target: orUnset(text),
  // The link of the resource to itself.
  url: orAbsent(orUnset(text)),
} satisfies FieldTable;

/** An account's webhook configuration as Twilio sends it, checked; `method` in upper case. */
export type AccountWebhookConfigurationWire = WireOf<typeof accountWebhookConfigurationFields>;

/**
 * Checks an answer's object field by field, and that it is about the account that was asked for.
 * @throws ResponseFormatError if it is not as documented, or is about something else.
 */
export function parseAccountWebhookConfiguration(
  object: Readonly<Record<string, unknown>>,
  context: AccountContext,
): AccountWebhookConfigurationWire {
  const wire = readFields(accountWebhookConfigurationFields, object, context);
  requireAccount(wire.account_sid, context);
  return wire;
}
