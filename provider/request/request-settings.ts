import { ConfigurationError } from "../errors/configuration-error";

/** How long a read may take, and how often it is tried. */
export interface RequestSettings {
  /**
   * How often a request is sent at most, the first time included: a whole number from 1 to 100.
   * @default 5
   */
  readonly maxAttempts: number;
  /**
   * How long one attempt may take, from connecting to the last byte of the body, in seconds.
   * @default 10
   */
  readonly attemptTimeout: number;
  /**
   * How long a read may take with all its attempts and the waits between them, in seconds. It runs from the moment the
   * read gets its slot: among a thousand reads at once, most wait for others first.
   * @default 60
   */
  readonly deadline: number;
}

export const defaultRequestSettings: RequestSettings = { maxAttempts: 5, attemptTimeout: 10, deadline: 60 };

/** Looks a setting up by its key; gives the name that a person knows it by, such as `twilio:maxAttempts`. */
export type RequestSettingLookup = (
  key: keyof RequestSettings,
) => { readonly name: string; readonly value: string } | undefined;

interface SettingRule {
  readonly pattern: RegExp;
  readonly least: number;
  readonly most: number;
  /** Follows "must be". */
  readonly allowed: string;
}

const decimal = /^\d{1,9}(?:\.\d{1,9})?$/;
const rules: Readonly<Record<keyof RequestSettings, SettingRule>> = {
  maxAttempts: { pattern: /^\d{1,3}$/, least: 1, most: 100, allowed: "a whole number from 1 to 100, such as 5" },
  attemptTimeout: {
    pattern: decimal,
    least: 0.001,
    most: 3600,
    allowed: "a number of seconds from 0.001 to 3600, such as 10 or 2.5",
  },
  deadline: {
    pattern: decimal,
    least: 0.001,
    most: 86_400,
    allowed: "a number of seconds from 0.001 to 86400, such as 60 or 2.5",
  },
};

/**
 * The settings that `lookUp` finds, and the defaults for the rest.
 * @throws {ConfigurationError} for a value that cannot be right; it names the setting and says what is allowed.
 */
export function parseRequestSettings(lookUp: RequestSettingLookup, account: string | undefined): RequestSettings {
  const read = (key: keyof RequestSettings): number => {
    const given = lookUp(key);
    return given === undefined ? defaultRequestSettings[key] : parseSetting(rules[key], given, account);
  };
  return { maxAttempts: read("maxAttempts"), attemptTimeout: read("attemptTimeout"), deadline: read("deadline") };
}

function parseSetting(
  { pattern, least, most, allowed }: SettingRule,
  given: { readonly name: string; readonly value: string },
  account: string | undefined,
): number {
  const text = given.value.trim();
  const number = pattern.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) {
    return number;
  }
  // The value is not repeated: a secret that was put under the wrong key would be printed.
  throw new ConfigurationError(account, `${given.name} must be ${allowed}`);
}
