// Tested by test/credentials/choose-credentials.test.ts
import { ConfigurationError } from "../errors/configuration-error";
import type { CredentialKey, SettingsSource } from "./settings-source";

/** Each set of settings that makes a credential; the first is preferred where several are complete. */
export const credentialSets: readonly (readonly CredentialKey[])[] = [
  ["apiKey", "apiSecret"],
  ["accountSid", "authToken"],
];

const secretKeys: ReadonlySet<CredentialKey> = new Set(["authToken", "apiSecret"]);
const what: Readonly<Record<CredentialKey, string>> = {
  accountSid: "account SID (AC…)",
  authToken: "auth token",
  apiKey: "API key's SID (SK…)",
  apiSecret: "API key's secret",
};

/**
 * The error for an account whose settings make no complete credential: it names the set that is nearest to complete,
 * what is missing from it, and the command that mends it.
 */
export function missingCredentials(
  account: string | undefined,
  config: SettingsSource,
  environment: SettingsSource,
): ConfigurationError {
  const whose = account === undefined ? "" : ` for the account "${account}"`;
  const nearest = [config, environment]
    .flatMap((source) => credentialSets.map((set) => ({ source, set, present: set.filter((key) => source.get(key)) })))
    .reduce((best, candidate) => (candidate.present.length > best.present.length ? candidate : best));
  if (nearest.present.length === 0) {
    const variables = credentialSets
      .map((set) => set.map((key) => environment.nameOf(key)).join(" and "))
      .join(", or ");
    if (!config.isThere) {
      return new ConfigurationError(account, `there are no Twilio credentials${whose} in the environment`, [
        `Set ${variables}.`,
      ]);
    }
    return new ConfigurationError(
      account,
      `there are no Twilio credentials${whose} in the stack config or the environment`,
      [
        ...credentialSets.map(
          (set, index) =>
            `${index === 0 ? "Either" : "or"}: ${set.map((key) => configCommand(config, key)).join(" && ")}`,
        ),
        `or set ${variables}.`,
      ],
    );
  }
  const { source, set, present } = nearest;
  const missing = set.filter((key) => !present.includes(key));
  return new ConfigurationError(
    account,
    `the Twilio credentials${whose} are not complete: ${present.map((key) => source.nameOf(key)).join(", ")} ` +
      `is set, but ${missing.map((key) => source.nameOf(key)).join(", ")} is missing`,
    missing.map((key) =>
      source.kind === "config"
        ? `Set the ${what[key]}: ${configCommand(source, key)}`
        : `Set the ${what[key]} in ${source.nameOf(key)}` +
          (config.isThere
            ? `, or keep the credentials in the stack config: ${set.map((each) => configCommand(config, each)).join(" && ")}`
            : ""),
    ),
  );
}

function configCommand(config: SettingsSource, key: CredentialKey): string {
  return `pulumi config set ${secretKeys.has(key) ? "--secret " : ""}${config.nameOf(key)}`;
}
