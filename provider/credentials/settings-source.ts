// Tested by test/credentials/choose-credentials.test.ts
import { configNamespace, environmentSuffix } from "./account-name";
import { configSpellings, variableSpellings } from "./misspellings";

/** The settings that make a credential. */
export const credentialKeys = ["accountSid", "authToken", "apiKey", "apiSecret"] as const;
/** The settings that say where the API is. */
export const endpointKeys = ["region", "edge", "baseUrl"] as const;

/** A setting that makes a credential. */
export type CredentialKey = (typeof credentialKeys)[number];
/** Every setting of an account, by its name in the stack config. */
export const settingKeys = [...credentialKeys, ...endpointKeys, "maxAttempts", "attemptTimeout", "deadline"] as const;

/** Any setting of an account. */
export type SettingKey = (typeof settingKeys)[number];

/** Gives a value of the stack config by its full key, such as `twilio:authToken`; undefined if it is not set. */
export type ConfigLookup = (fullKey: string) => string | undefined;
/** Environment variables. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** One place that settings come from, for one account: the stack config, an explicit provider, or the environment. */
export interface SettingsSource {
  readonly kind: "config" | "provider" | "environment";
  /** Its name in messages: `the stack config`. */
  readonly place: string;
  /** Whether a person can set anything there: if there is no stack, there is no config. */
  readonly isThere: boolean;
  /** The setting's name there: `twilio:authToken` or `TWILIO_AUTH_TOKEN`; `authToken` in an explicit provider. */
  nameOf(key: SettingKey): string;
  /** The same for where the place has not been named: `authToken of the provider "eu"`. */
  fullNameOf(key: SettingKey): string;
  /** The setting's value; undefined if it is not set. */
  get(key: SettingKey): string | undefined;
  /** The names under which something is set that is likely to be meant for this setting. */
  misspellingsOf(key: CredentialKey): readonly string[];
}

/** A namespace of a stack's config, or an explicit provider, which has what it is given and nothing of the stack's config. */
export interface ConfigSource extends SettingsSource {
  readonly kind: "config" | "provider";
}

/**
 * The settings of `account` in a stack's config, whose values `lookUp` gives by full key, such as `twilio:region`;
 * undefined if there is no config.
 */
export function configSource(
  account: string | undefined,
  lookUp: ConfigLookup | undefined,
  namespace = configNamespace(account),
): ConfigSource {
  const nameOf = (key: SettingKey) => `${namespace}:${key}`;
  return {
    kind: "config",
    place: "the stack config",
    isThere: lookUp !== undefined,
    nameOf,
    fullNameOf: nameOf,
    get: (key) => lookUp?.(nameOf(key)),
    misspellingsOf: (key) =>
      configSpellings(key)
        .map((spelling) => `${namespace}:${spelling}`)
        .filter((name) => isThere(() => lookUp?.(name))),
  };
}

/** The settings of `account` in the environment. A variable that is set to nothing counts as not set, as in a shell. */
export function environmentSource(account: string | undefined, environment: Environment): SettingsSource {
  const nameOf = (key: SettingKey) =>
    `TWILIO_${key.replace(/[A-Z]/g, (letter) => `_${letter}`).toUpperCase()}${environmentSuffix(account)}`;
  return {
    kind: "environment",
    place: "the environment",
    isThere: true,
    nameOf,
    fullNameOf: nameOf,
    get: (key) => environment[nameOf(key)] || undefined,
    misspellingsOf: (key) =>
      variableSpellings(key)
        .map((spelling) => `TWILIO_${spelling}${environmentSuffix(account)}`)
        .filter((name) => environment[name]),
  };
}

/** Whether a look-up gives something, or refuses to give what is there. */
export function isThere(lookUp: () => string | undefined): boolean {
  try {
    return lookUp() !== undefined;
  } catch {
    return true;
  }
}
