import { ConfigurationError } from "../errors/configuration-error";
import type { Credentials } from "./credentials";
import { endpointOf } from "./endpoint";
import { credentialSets, missingCredentials } from "./missing-credentials";
import {
  credentialKeys,
  endpointKeys,
  type ConfigSource,
  type CredentialKey,
  type SettingsSource,
} from "./settings-source";

const shapes: Partial<Readonly<Record<CredentialKey, { pattern: RegExp; says: string }>>> = {
  accountSid: { pattern: /^AC[0-9a-fA-F]{32}$/, says: '"AC" followed by 32 hexadecimal digits' },
  apiKey: { pattern: /^SK[0-9a-fA-F]{32}$/, says: '"SK" followed by 32 hexadecimal digits' },
};

/**
 * Chooses the credentials of an account. Any credential setting in the stack config means config for that account, its
 * endpoint included: half a credential is never completed from the environment, and a token never travels to a host
 * that was set for another one. An API key outranks an auth token if both are complete.
 * @throws {ConfigurationError} if nothing is complete, or a value cannot be right. It never repeats a value.
 */
export function chooseCredentials(
  account: string | undefined,
  config: ConfigSource,
  environment: SettingsSource,
): Credentials {
  const fromConfig = credentialKeys.some((key) => config.get(key) !== undefined);
  const source = fromConfig ? config : environment;
  const [username, password] = completeSet(source) ?? [];
  if (username === undefined || password === undefined) {
    throw missingCredentials(account, config, environment);
  }
  const endpointInConfig = fromConfig || endpointKeys.some((key) => config.get(key) !== undefined);
  const accountSid = source.get("accountSid");
  return {
    account,
    accountSid: accountSid === undefined ? undefined : checked(source, "accountSid", account),
    username: checked(source, username, account),
    password: checked(source, password, account),
    baseUrl: endpointOf(endpointInConfig ? config : environment, account),
    origin: {
      place: source.place,
      configPlace: config.place,
      settingName: config.fullNameOf,
      settings: [source.nameOf(username), source.nameOf(password)],
      accountSidSetting: source.fullNameOf("accountSid"),
      ignoredBaseUrl:
        endpointInConfig && environment.get("baseUrl") !== undefined ? environment.nameOf("baseUrl") : undefined,
    },
  };
}

function completeSet(source: SettingsSource): readonly CredentialKey[] | undefined {
  return credentialSets.find((set) => set.every((key) => source.get(key)));
}

function checked(source: SettingsSource, key: CredentialKey, account: string | undefined): string {
  const value = source.get(key) ?? "";
  // A stray line break is the usual slip with tokens piped from a file; no credential of Twilio's has white space.
  if (/[\s\p{Cc}]/u.test(value)) {
    throw new ConfigurationError(account, `${source.fullNameOf(key)} has white space or a line break in it`, [
      "Set it again without; a value that is piped in often ends in a line break.",
    ]);
  }
  const shape = shapes[key];
  if (shape !== undefined && !shape.pattern.test(value)) {
    throw new ConfigurationError(account, `${source.fullNameOf(key)} must be ${shape.says}`);
  }
  return value;
}
