import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";

/**
 * The account in Twilio's own examples; nobody's.
 * @example
 * const live = webhookConfiguration({ accountSid: exampleAccountSid });
 */
export const exampleAccountSid = `AC${"a".repeat(32)}`;

/**
 * The Conversations service in Twilio's own examples; nobody's.
 * @example
 * const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: exampleServiceSid });
 */
export const exampleServiceSid = `IS${"a".repeat(32)}`;

/**
 * A service's webhook configuration for the unit tests of a program, such as for the answer of `mocks.call`. Without
 * `overrides` it is that of a service that was never configured.
 * @example
 * webhookConfiguration({ postWebhookUrl: "https://www.example.com/post", method: "POST" });
 * @throws TypeError if `overrides` has a property that a configuration does not have.
 */
export function webhookConfiguration(
  overrides: Partial<GetServiceWebhookConfigurationResult> = {},
): GetServiceWebhookConfigurationResult {
  const chatServiceSid = overrides.chatServiceSid ?? exampleServiceSid;
  const neverConfigured: GetServiceWebhookConfigurationResult = {
    accountSid: exampleAccountSid,
    chatServiceSid,
    preWebhookUrl: null,
    postWebhookUrl: null,
    filters: null,
    method: null,
    url: `https://conversations.twilio.com/v1/Services/${chatServiceSid}/Configuration/Webhooks`,
  };
  const unknown = Object.keys(overrides).find((key) => !(key in neverConfigured));
  if (unknown !== undefined) {
    throw new TypeError(`a webhook configuration has no ${unknown}: it has ${Object.keys(neverConfigured).join(", ")}`);
  }
  const given = Object.fromEntries(Object.entries(overrides).filter(([, value]) => value !== undefined));
  const configuration: GetServiceWebhookConfigurationResult = { ...neverConfigured, ...given };
  return { ...configuration, filters: configuration.filters && [...configuration.filters] };
}
