import type { AccountClient } from "../request/account-client";
import type { ReadOptions } from "../request/client";
import { parseAccountWebhookConfiguration } from "../response/account-webhook-configuration";
import { accountNote } from "./account-note";
import type { GetWebhookConfigurationResult } from "./account-webhook-configuration";

/**
 * Asks Twilio for the webhook configuration of the account itself.
 * @see https://www.twilio.com/docs/conversations-classic/api/webhook-configuration-resource
 * @throws every error of this package but InvalidInputError; a caller's abort rejects with the signal's reason.
 */
export async function readWebhookConfiguration(
  account: AccountClient,
  options: Omit<ReadOptions, "subject"> = {},
): Promise<GetWebhookConfigurationResult> {
  const subject = `the account's webhook configuration${accountNote(account)}`;
  const { object, requestId } = await account.client.getJson("/v1/Configuration/Webhooks", { ...options, subject });
  const wire = parseAccountWebhookConfiguration(object, { ...account, subject, requestId });
  return {
    accountSid: wire.account_sid,
    preWebhookUrl: wire.pre_webhook_url,
    postWebhookUrl: wire.post_webhook_url,
    filters: wire.filters === null ? null : [...wire.filters],
    method: wire.method,
    target: wire.target,
    url: wire.url,
  };
}
