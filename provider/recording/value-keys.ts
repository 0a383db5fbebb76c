import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";

/** A property of a recorded resource that is read, as opposed to given. */
export type ValueKey = Exclude<keyof GetServiceWebhookConfigurationResult, "chatServiceSid">;

/** All of them. A resource that could not be read is registered without any, and one that was read with all. */
export const valueKeys: readonly ValueKey[] = [
  "accountSid",
  "preWebhookUrl",
  "postWebhookUrl",
  "filters",
  "method",
  "url",
];
