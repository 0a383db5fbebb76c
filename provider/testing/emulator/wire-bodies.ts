import type { EmulatedIdentity, StoredService } from "./accounts/service-store";
import { withRawFields, type RawFields } from "./raw-fields";
import type { EmulatedAccountWebhookSettings, EmulatedWebhookSettings } from "./accounts/webhook-settings";

/** Twilio builds the addresses in its answers with this, whatever host was asked. */
const api = "https://conversations.twilio.com/v1";

/** A service's webhook configuration under the public names. */
export function webhookOf(service: StoredService): EmulatedWebhookSettings & EmulatedIdentity {
  return {
    accountSid: service.accountSid,
    chatServiceSid: service.sid,
    url: `${api}/Services/${service.sid}/Configuration/Webhooks`,
    ...service.settings,
    filters: service.settings.filters && [...service.settings.filters],
    ...service.identity,
  };
}

/** A service's webhook configuration as Twilio sends it. */
export function serviceWebhookBody(service: StoredService): Record<string, unknown> {
  const webhook = webhookOf(service);
  const body = {
    url: webhook.url,
    method: webhook.method,
    filters: webhook.filters,
    account_sid: webhook.accountSid,
    pre_webhook_url: webhook.preWebhookUrl,
    chat_service_sid: webhook.chatServiceSid,
    post_webhook_url: webhook.postWebhookUrl,
  };
  return withRawFields(body, service.raw);
}

/** An account's webhook configuration as Twilio sends it: no service to name, and a target. */
export function accountWebhookBody(
  accountSid: string,
  settings: EmulatedAccountWebhookSettings,
  raw?: RawFields,
): Record<string, unknown> {
  const body = {
    account_sid: accountSid,
    pre_webhook_url: settings.preWebhookUrl,
    post_webhook_url: settings.postWebhookUrl,
    method: settings.method,
    filters: settings.filters,
    target: settings.target,
    url: `${api}/Configuration/Webhooks`,
  };
  return withRawFields(body, raw);
}

/** A service in the list of services as Twilio sends it. */
export function serviceBody(service: StoredService): Record<string, unknown> {
  const url = `${api}/Services/${service.sid}`;
  return {
    account_sid: service.accountSid,
    sid: service.sid,
    friendly_name: service.friendlyName,
    date_created: wireDate(service.created),
    date_updated: wireDate(service.updated),
    url,
    links: {
      conversations: `${url}/Conversations`,
      users: `${url}/Users`,
      roles: `${url}/Roles`,
      bindings: `${url}/Bindings`,
      configuration: `${url}/Configuration`,
    },
  };
}

/** Twilio's dates have no fraction of a second. */
function wireDate(date: Date): string {
  return date.toISOString().replace(/\.\d+Z$/, "Z");
}
