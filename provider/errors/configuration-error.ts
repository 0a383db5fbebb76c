import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/** Credentials or settings that are missing, incomplete or contradictory. No request was made. */
export class ConfigurationError extends TwilioConversationsError {
  /** The named account that the settings were for; undefined for the default one. */
  readonly account: string | undefined;

  constructor(account: string | undefined, summary: string, remediationSteps: readonly string[] = []) {
    super(summary, remediationSteps);
    this.account = account;
  }
}
brand(ConfigurationError, "ConfigurationError");

/** Whether `error` is a {@link ConfigurationError}. */
export function isConfigurationError(error: unknown): error is ConfigurationError {
  return isBranded(error, "ConfigurationError");
}
