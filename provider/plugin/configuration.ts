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
  #client: AccountClient | undefined;

  constructor(environment: Readonly<Record<string, string | undefined>>) {
    this.#environment = environment;
  }

  /** Keeps the configuration; credentials that are missing are an error only for who needs them. */
  configure(given: Readonly<Record<string, unknown>>): void {
    this.#given = given;
    this.#client = undefined;
  }

  /**
   * @throws {ConfigurationError} for credentials and settings that are missing or cannot be right.
   */
  client(): AccountClient {
    return (this.#client ??= accountSettings(
      undefined,
      (fullKey) => textOf(this.#given[fullKey.slice(fullKey.indexOf(":") + 1)]),
      this.#environment,
      packageName,
    ).connect());
  }
}

/** An explicit provider has a number where a stack's config has its text. */
function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : typeof value === "number" ? String(value) : undefined;
}
