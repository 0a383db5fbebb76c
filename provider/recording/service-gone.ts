import { ConfigurationError } from "../errors/configuration-error";
import { isTwilioApiError } from "../errors/twilio-api-error";
import type { AccountClient } from "../request/account-client";
import type { ReadOptions } from "../request/client";
import { readWebhookConfiguration } from "../result/read-webhook-configuration";
import { printableText } from "../text/printable";

/** The facts about a service that could not be read. */
export interface Missing {
  readonly chatServiceSid: string;
  /** The account that is recorded with it. */
  readonly accountSid: unknown;
}

/**
 * Makes sure that a service is gone when its read has failed, so that its record may be dropped: Twilio itself says "not
 * found", and says it to the account that is recorded. A proxy's 404 and another account's know nothing of the service.
 * @throws the error itself, or why nothing follows from it; the record must then stay.
 */
export async function requireGone(
  error: unknown,
  { chatServiceSid, accountSid }: Missing,
  account: AccountClient,
  options: Pick<ReadOptions, "signal"> = {},
): Promise<void> {
  if (!isTwilioApiError(error) || error.status !== 404 || error.code !== 20404) {
    throw error;
  }
  const asked = await accountAsked(account, options);
  if (typeof accountSid !== "string" || asked?.toLowerCase() !== accountSid.toLowerCase()) {
    throw new ConfigurationError(
      undefined,
      `service ${printableText(chatServiceSid)} was not found, but the credentials are not known to be those of the account ` +
        "that is recorded with it, so the record stays: " +
        `recorded is ${named(accountSid)}, and asked was ${named(asked)}`,
      [
        "Refresh with the credentials of the recorded account",
        "or, if the service is gone for good, remove the record: pulumi state delete",
      ],
    );
  }
}

/** The account that the credentials are of. Twilio says so: the SID beside an API key may be another's. */
async function accountAsked(account: AccountClient, options: Pick<ReadOptions, "signal">): Promise<string | undefined> {
  try {
    return (await readWebhookConfiguration(account, options)).accountSid ?? undefined;
  } catch (error) {
    // A key may be allowed to read services alone.
    if (isTwilioApiError(error) && error.status === 403) {
      return undefined;
    }
    throw error;
  }
}

function named(accountSid: unknown): string {
  return typeof accountSid === "string" ? printableText(accountSid) : "none";
}
