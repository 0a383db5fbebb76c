// Tested by test/plugin/functions.test.ts
import { getServiceWebhookConfiguration } from "./get-service-webhook-configuration";
import { getServiceWebhookConfigurations } from "./get-service-webhook-configurations";
import { getWebhookConfiguration } from "./get-webhook-configuration";
import { verifyServiceWebhookConfiguration } from "./verify-service-webhook-configuration";
import type { PluginFunction } from "./plugin-function";

/** Every function of the plugin. */
export const pluginFunctions: readonly PluginFunction[] = [
  getServiceWebhookConfiguration,
  getServiceWebhookConfigurations,
  getWebhookConfiguration,
  verifyServiceWebhookConfiguration,
];
