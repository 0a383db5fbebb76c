// Tested by test/audit/live/accounts.test.ts
import { isConfigurationError } from "../../errors/configuration-error";
import { isInvalidInputError } from "../../errors/invalid-input-error";
import type { ConfigLookup, ConfigSource, Environment } from "../../credentials/settings-source";
import { accountSettings, type AccountClient } from "../../request/account-client";
import { ClientCache } from "../../request/client-cache";
import { LiveAccount, type LiveReadOptions } from "./live-account";

/** For what has no stack, and so no config. */
export const noConfig: ConfigLookup | undefined = undefined;

/** The accounts of one audit: one for each set of settings, however many stacks share it. */
export class LiveAccounts {
  readonly #clients = new ClientCache();
  readonly #byClient = new Map<AccountClient, LiveAccount>();
  readonly #environment: Environment;

  constructor(environment: Environment) {
    this.#environment = environment;
  }

  /** In the order in which they were first asked for. */
  get all(): readonly LiveAccount[] {
    return [...this.#byClient.values()];
  }

  /** The account of these settings, or why there is none. */
  find(name: string | undefined, config: ConfigLookup | ConfigSource | undefined): LiveAccount | string {
    try {
      const client = this.#clients.clientFor(name, config, this.#environment);
      const { secret } = accountSettings(name, config, this.#environment);
      const account = this.#byClient.get(client) ?? new LiveAccount(name, client, secret);
      this.#byClient.set(client, account);
      return account;
    } catch (error) {
      if (isConfigurationError(error) || isInvalidInputError(error)) {
        return error.message;
      }
      throw error;
    }
  }

  /** Forgets all others, which are then not asked. */
  keepOnly(accounts: readonly LiveAccount[]): void {
    for (const [client, account] of this.#byClient) {
      if (!accounts.includes(account)) {
        this.#byClient.delete(client);
      }
    }
  }

  /** Reads all of them, each within the limits of its own. */
  async read(options: LiveReadOptions): Promise<void> {
    try {
      await Promise.all(this.all.map((account) => account.read(options)));
    } finally {
      this.all.forEach((account) => account.close());
    }
  }
}
