// Tested by test/result/read-service-webhook-configurations.test.ts
import type { ServiceWebhookConfigurationWire } from "../response/service-webhook-configuration";
import type { GetServiceWebhookConfigurationResult } from "./service-webhook-configuration";
import { knownWebhookFilters } from "./webhook-filter";

// Each answer brings the same few names as texts of their own: of ten thousand services that is memory.
const names: ReadonlyMap<string, string> = new Map(knownWebhookFilters.map((name) => [name, name]));
const named = (name: string): string => names.get(name) ?? name;

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
    filters: wire.filters === null ? null : wire.filters.map(named),
    method: wire.method,
    url: wire.url,
  };
}
