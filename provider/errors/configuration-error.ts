import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/**
 * Credentials or settings that are missing, incomplete or contradictory. No request was made.
 * @example
 * if (error instanceof ConfigurationError) {
 *   console.error(error.account ?? "the default account", error.remediationSteps);
 * }
 */
export class ConfigurationError extends TwilioConversationsError {
  /** The named account that the settings were for; undefined for the default one. */
  readonly account: string | undefined;

  constructor(account: string | undefined, summary: string, remediationSteps: readonly string[] = []) {
    super(summary, remediationSteps);
    this.account = account;
  }
}
brand(ConfigurationError, "ConfigurationError");

/**
 * Whether `error` is a {@link ConfigurationError}.
 * @example
 * if (isConfigurationError(error)) {
 *   console.error(error.summary);
 * }
 */
export function isConfigurationError(error: unknown): error is ConfigurationError {
  return isBranded(error, "ConfigurationError");
}
