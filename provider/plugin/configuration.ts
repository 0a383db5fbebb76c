import { providerSource, settingText } from "../credentials/provider-source";
import { configSource, type ConfigSource } from "../credentials/settings-source";
import { ConfigurationError } from "../errors/configuration-error";
import { notYetKnown } from "../expectation/reading/not-yet-known";
import { accountSettings, type AccountClient } from "../request/account-client";
import { didYouMean } from "../text/did-you-mean";
import { printableJson } from "../text/printable";
import { packageName } from "./schema/names";
import { configurationProperties } from "./schema/provider-properties";

const keys = Object.keys(configurationProperties);

/** Keys that Pulumi itself puts among the configuration of an explicit provider. */
const pulumisOwn: ReadonlySet<string> = new Set(["version", "pluginDownloadURL", "__internal", "envVarMappings"]);

/**
 * The fault of a provider's configuration, in a sentence; null if it has none. An unknown key may be another program's: the
 * namespace of the stack config is shared with a project of the same name.
 */
export function problemWithConfiguration(given: Readonly<Record<string, unknown>>): string | null {
  for (const key of Object.keys(given)) {
    const hint = keys.includes(key) || pulumisOwn.has(key) ? "" : didYouMean(key, keys);
    if (hint !== "") {
      return `the provider's configuration has ${printableJson(key)}${hint}`;
    }
  }
  return null;
}

/** The account of one provider instance: its credentials and its client. */
export class ProviderAccount {
  readonly #environment: Readonly<Record<string, string | undefined>>;
  #given: Readonly<Record<string, unknown>> = {};
  #name: string | undefined;
  #client: AccountClient | undefined;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /**
   * Keeps the configuration; credentials that are missing are an error only for who needs them.
   * @param name an explicit provider's; undefined for the default one, which has the stack's config
   */
  configure(given: Readonly<Record<string, unknown>>, name: string | undefined): void {
    this.#given = given;
    this.#name = name;
    this.#client = undefined;
  }

  /**
   * @throws {ConfigurationError} for credentials and settings that are missing or cannot be right.
   */
  client(): AccountClient {
    return (this.#client ??= accountSettings(undefined, this.#source(), this.#environment).connect());
  }

  #source(): ConfigSource {
    const given = (key: string) => {
      const value = this.#given[key];
      if (value === notYetKnown) {
        throw new ConfigurationError(undefined, `the provider's ${key} is not known yet`);
      }
      return value;
    };
    return this.#name === undefined
      ? configSource(undefined, (name) => settingText(given(name.slice(name.indexOf(":") + 1)), name), packageName)
      : providerSource(this.#name, given);
  }
}
