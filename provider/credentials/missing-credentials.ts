// Tested by test/credentials/choose-credentials.test.ts
import { ConfigurationError } from "../errors/configuration-error";
import { credentialKeys, type CredentialKey, type SettingsSource } from "./settings-source";

/** Each set of settings that makes a credential; the first is preferred if several are complete. */
export const credentialSets: readonly (readonly CredentialKey[])[] = [
  ["apiKey", "apiSecret"],
  ["accountSid", "authToken"],
];

const secretKeys: ReadonlySet<CredentialKey> = new Set(["authToken", "apiSecret"]);
const meanings: Readonly<Record<CredentialKey, string>> = {
  accountSid: "account SID (AC…)",
  authToken: "auth token",
  apiKey: "API key's SID (SK…)",
  apiSecret: "API key's secret",
};

/**
 * The error for an account whose settings make no complete credential: which are set, which one is missing, and the
 * command that sets it.
 */
export function missingCredentials(
  account: string | undefined,
  config: SettingsSource,
  environment: SettingsSource,
): ConfigurationError {
  const isPartIn = (source: SettingsSource) => credentialKeys.some((key) => source.get(key));
  // Settings that are all empty keep the environment out too, but are worth a word only then.
  const isInTheWay = credentialKeys.some((key) => config.get(key) !== undefined) && isPartIn(environment);
  const source = isInTheWay || isPartIn(config) ? config : isPartIn(environment) ? environment : undefined;
  const whose = account === undefined ? "" : ` for the account "${account}"`;
  return source === undefined
    ? noCredentials(account, whose, config, environment)
    : incompleteCredentials(account, whose, source, config, environment);
}

function noCredentials(
  account: string | undefined,
  whose: string,
  config: SettingsSource,
  environment: SettingsSource,
): ConfigurationError {
  const misspelt = [config, environment].flatMap((source) => misspeltLines(source, credentialKeys));
  const variables = credentialSets.map((set) => set.map(environment.nameOf).join(" and ")).join(", or ");
  if (!config.isThere) {
    return new ConfigurationError(account, `there are no Twilio credentials${whose} in the environment`, [
      ...misspelt,
      `Set ${variables}.`,
    ]);
  }
  return new ConfigurationError(
    account,
    `there are no Twilio credentials${whose} in ${config.place} or the environment`,
    [
      ...misspelt,
      ...credentialSets.map((set, index) => `${index === 0 ? "Either" : "or"}: ${howToSet(config, set)}`),
      `or set ${variables}.`,
    ],
  );
}

function incompleteCredentials(
  account: string | undefined,
  whose: string,
  source: SettingsSource,
  config: SettingsSource,
  environment: SettingsSource,
): ConfigurationError {
  const isSet = (key: CredentialKey) => Boolean(source.get(key));
  const nearness = (set: readonly CredentialKey[]) =>
    2 * set.filter(isSet).length + set.filter((key) => source.get(key) !== undefined).length;
  const [nearest = []] = [...credentialSets].sort((one, other) => nearness(other) - nearness(one));
  const missing = nearest.filter((key) => !isSet(key));
  const given = credentialKeys.filter((key) => source.get(key) !== undefined);
  const set = given.map((key) => (isSet(key) ? source.nameOf(key) : `${source.nameOf(key)} (empty)`));
  return new ConfigurationError(
    account,
    `the Twilio credentials${whose} in ${source.place} are not complete: ${listed(set)} ` +
      `${set.length > 1 ? "are" : "is"} set, but ${listed(missing.map(source.nameOf))} ` +
      `${missing.length > 1 ? "are" : "is"} missing`,
    [
      ...misspeltLines(source, missing),
      ...missing.map((key) =>
        source.kind === "environment"
          ? `Set the ${meanings[key]} in ${source.nameOf(key)}` +
            (config.isThere ? `, or keep the credentials in ${config.place}: ${howToSet(config, nearest)}` : "")
          : `Set the ${meanings[key]}: ${howToSet(source, [key])}`,
      ),
      ...(source.kind === "environment" ? [] : [unusedEnvironment(source, given, environment)]),
    ],
  );
}

/** Half a credential is never completed from the environment: that is not obvious. */
function unusedEnvironment(
  source: SettingsSource,
  given: readonly CredentialKey[],
  environment: SettingsSource,
): string {
  const rule = `The environment is not used while ${source.place} has any credential`;
  const complete = credentialSets.find((set) => set.every((key) => environment.get(key)));
  if (complete === undefined) {
    return `${rule}.`;
  }
  const names = given.map(source.nameOf);
  const removal =
    source.kind === "provider"
      ? `leave ${listed(names)} out`
      : names.map((name) => `pulumi config rm ${name}`).join(" && ");
  return `${rule}. To use ${listed(complete.map(environment.nameOf))} instead: ${removal}`;
}

/** Settings are found by their names only, so no more than likely spellings can be looked for. */
function misspeltLines(source: SettingsSource, keys: readonly CredentialKey[]): readonly string[] {
  return keys.flatMap((key) =>
    source.misspellingsOf(key).map((name) => `${name} is set; did you mean ${source.nameOf(key)}?`),
  );
}

function howToSet(source: SettingsSource, keys: readonly CredentialKey[]): string {
  return source.kind === "provider"
    ? `give ${source.place} ${listed(keys)}`
    : keys
        .map((key) => `pulumi config set ${secretKeys.has(key) ? "--secret " : ""}${source.nameOf(key)}`)
        .join(" && ");
}

function listed(names: readonly string[]): string {
  return names.length < 2 ? names.join("") : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
