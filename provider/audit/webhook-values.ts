import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";

/**
 * A service's webhook configuration without the service's SID: what is recorded, and what is compared.
 * @example
 * const isSet = ({ preWebhookUrl, postWebhookUrl }: WebhookValues) => (preWebhookUrl ?? postWebhookUrl) !== null;
 */
export type WebhookValues = Omit<GetServiceWebhookConfigurationResult, "chatServiceSid">;

/**
 * A property of it.
 * @example
 * const urls: readonly WebhookProperty[] = ["preWebhookUrl", "postWebhookUrl"];
 */
export type WebhookProperty = keyof WebhookValues;
