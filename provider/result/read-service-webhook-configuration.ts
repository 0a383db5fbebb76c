// Tested by test/result/read-service-webhook-configurations.test.ts
import type { AccountClient } from "../request/account-client";
import type { ReadOptions } from "../request/client";
import { parseServiceWebhookConfiguration } from "../response/service-webhook-configuration";
import { requireServiceSid } from "../service-sid/service-sid";
import { accountNote } from "./account-note";
import { fromWire } from "./from-wire";
import type { GetServiceWebhookConfigurationResult } from "./service-webhook-configuration";

/**
 * Asks Twilio for the webhook configuration of one service.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @throws every error of this package but ConfigurationError; a caller's abort rejects with the signal's reason.
 */
export async function readServiceWebhookConfiguration(
  account: AccountClient,
  chatServiceSid: string,
  options: Omit<ReadOptions, "subject"> = {},
): Promise<GetServiceWebhookConfigurationResult> {
  const sid = requireServiceSid(chatServiceSid);
  const subject = `the webhook configuration of service ${sid}${accountNote(account)}`;
  const { object, requestId } = await account.client.getJson(`/v1/Services/${sid}/Configuration/Webhooks`, {
    ...options,
    subject,
  });
  const wire = parseServiceWebhookConfiguration(object, { ...account, subject, chatServiceSid: sid, requestId });
  return fromWire(wire, sid);
}
