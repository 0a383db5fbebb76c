import type { GetWebhookConfigurationResult } from "../result/account-webhook-configuration";
import { InvalidInputError } from "../errors/invalid-input-error";
import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";
import { kindOf } from "../text/kind-of";

/**
 * The webhook settings by which Twilio delivers events: what a read of a service, or of an account, gives.
 * @example
 * const settings: WebhookSettings = await getServiceWebhookConfiguration({ chatServiceSid });
 */
export type WebhookSettings = Pick<
  GetServiceWebhookConfigurationResult,
  "preWebhookUrl" | "postWebhookUrl" | "filters" | "method"
>;

/**
 * The same of an account, which may also lead to Twilio Flex.
 * @example
 * const account: AccountWebhookSettings = await getWebhookConfiguration();
 */
export type AccountWebhookSettings = WebhookSettings & Pick<GetWebhookConfigurationResult, "target">;

/**
 * Requires that settings are some.
 * @throws {InvalidInputError} for anything that is not an object.
 */
export function requireSettings(configuration: unknown): asserts configuration is object {
  if (typeof configuration !== "object" || configuration === null) {
    throw new InvalidInputError("configuration", "configuration is not a webhook configuration: it must be an object");
  }
}

/**
 * Requires that an account's settings are some, or not known.
 * @throws {InvalidInputError} for anything else: taken for settings without a URL, it would deliver nothing.
 */
export function requireAccountSettings(account: unknown): asserts account is AccountWebhookSettings | undefined {
  if (account !== undefined && (typeof account !== "object" || account === null)) {
    throw new InvalidInputError(
      "account",
      `account must be an account's webhook configuration, or left out if it is not known; it is ${kindOf(account)}`,
    );
  }
}

/** Whether settings lead to their URLs: an account's may lead elsewhere, such as to Twilio Flex. */
export function isWebhookTarget(target: unknown): boolean {
  return typeof target !== "string" || target === "" || target === "webhook";
}

/** A URL that is set; undefined if none is. Configurations from mocks may lack what their types promise. */
export function setUrl(url: unknown): string | undefined {
  return typeof url === "string" && url !== "" ? url : undefined;
}

/** The events that are listed, each once, in their order. Blank entries do not count. */
export function listedEvents(filters: unknown): readonly string[] {
  if (!Array.isArray(filters) || filters.length === 0) {
    return [];
  }
  const listed = filters.filter((event): event is string => typeof event === "string" && event.trim() !== "");
  const isShortAndPlain = listed.length <= 32 && listed.every((event, index) => listed.indexOf(event) === index);
  return isShortAndPlain ? listed : [...new Set(listed)];
}

/**
 * Whether a service has webhook settings of its own: at least one URL. Then the account's do not fire for it.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 */
export function hasOwnSettings(service: Pick<WebhookSettings, "preWebhookUrl" | "postWebhookUrl">): boolean {
  return setUrl(service.preWebhookUrl) !== undefined || setUrl(service.postWebhookUrl) !== undefined;
}
