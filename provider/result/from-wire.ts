import type { ServiceWebhookConfigurationWire } from "../response/webhook-configuration";
import type { GetServiceWebhookConfigurationResult } from "./service-webhook-configuration";

/** The validated answer, in the names that Pulumi programs use. */
export function fromWire(
  wire: ServiceWebhookConfigurationWire,
  chatServiceSid: string,
): GetServiceWebhookConfigurationResult {
  return {
    accountSid: wire.account_sid,
    chatServiceSid,
    preWebhookUrl: wire.pre_webhook_url,
    postWebhookUrl: wire.post_webhook_url,
    filters: wire.filters === null ? null : [...wire.filters],
    method: wire.method,
    url: wire.url,
  };
}
