import type { ConfigLookup, ConfigSource, Environment } from "../credentials/settings-source";
import { accountSettings, type AccountClient } from "./account-client";
import { proxyVariables } from "./transport/proxy";

/**
 * The clients of one owner (a running stack, an audit, a process): one for each set of settings. Reads that share a client
 * share its connections and what it has learnt of how many requests at once the server bears.
 */
export class ClientCache {
  readonly #clients = new Map<string, AccountClient>();
  readonly #most: number;

  /** @param most How many clients are remembered; the one that was not asked for the longest is forgotten first. */
  constructor(most = Number.POSITIVE_INFINITY) {
    this.#most = most;
  }

  /**
   * The client for an account, made of a stack's config, if there is one, or an explicit provider, and the environment: the
   * same object for the same settings.
   * @throws {InvalidInputError} for an account name of the wrong shape.
   * @throws {ConfigurationError} for credentials and settings that are missing or cannot be right.
   */
  clientFor(
    account: unknown,
    config: ConfigLookup | ConfigSource | undefined,
    environment: Environment,
  ): AccountClient {
    const { key: settings, connect } = accountSettings(account, config, environment);
    // A client finds its proxy once.
    const key = JSON.stringify([settings, ...proxyVariables.map((name) => process.env[name])]);
    const client = this.#clients.get(key) ?? connect();
    this.#clients.delete(key);
    this.#clients.set(key, client);
    const [oldest] = this.#clients.keys();
    if (this.#clients.size > this.#most && oldest !== undefined) {
      // Reads that have it go on.
      this.#clients.delete(oldest);
    }
    return client;
  }
}
