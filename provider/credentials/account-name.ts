import { InvalidInputError } from "../errors/invalid-input-error";

const accountNameShape = /^[A-Za-z][A-Za-z0-9]*(?:[-_][A-Za-z0-9]+)*$/;

/**
 * Gives the name of an account back, or undefined for the default account.
 * @throws {InvalidInputError} if `value` cannot be part of a config namespace and of an environment variable.
 */
export function requireAccountName(value: unknown): string | undefined {
  if (value === "conversations") {
    // `twilio-conversations` is the namespace of the default account in programs of other languages.
    throw new InvalidInputError("account", 'account must not be "conversations"', [
      `The namespace ${sharedNamespace} has the settings of the default account, in programs of every language.`,
    ]);
  }
  if (value === undefined || (typeof value === "string" && accountNameShape.test(value))) {
    return value;
  }
  throw new InvalidInputError(
    "account",
    'account must be a name of letters and digits, with single "-" or "_" between them, such as "eu" or "eu-west"',
    ["Leave it out for the default account."],
  );
}

/** A second namespace of the default account: the one that Pulumi gives the provider plugin. */
export const sharedNamespace = "twilio-conversations";

/** The namespace of the stack config that holds an account's settings: `twilio`, or `twilio-eu` for the account `eu`. */
export function configNamespace(account: string | undefined): string {
  return account === undefined ? "twilio" : `twilio-${account}`;
}

/** The end of an account's environment variables: nothing, or `_EU` for the account `eu`. */
export function environmentSuffix(account: string | undefined): string {
  return account === undefined ? "" : `_${account.toUpperCase().replaceAll("-", "_")}`;
}
