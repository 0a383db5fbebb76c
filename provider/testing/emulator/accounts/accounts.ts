import { randomBytes } from "node:crypto";
import { randomIdentifier, requireIdentifier } from "../identifiers";

/**
 * An account that exists at the emulator only. Never give it real credentials: nothing here needs them.
 * @example
 * const account: Partial<EmulatorAccount> = { authToken: "another-token" };
 * const emulator = await startEmulator({ accounts: [account] });
 */
export interface EmulatorAccount {
  /** `AC` and 32 hex digits. */
  readonly accountSid: string;
  /** The password to `accountSid`. */
  readonly authToken: string;
  /** `SK` and 32 hex digits. */
  readonly apiKey: string;
  /** The password to `apiKey`. */
  readonly apiSecret: string;
  /**
   * The account that this one is a subaccount of. The parent's credentials reach this account's services too, and the
   * answers name this account; lists and the account's own webhook stay apart.
   * @default none
   */
  readonly parentSid?: string;
}

/**
 * The kind of credential that a request authenticated with.
 * @example
 * const emulator = await startEmulator();
 * const credential: CredentialKind = "apiKey";
 * const byKey = emulator.countRequests({ credential });
 */
export type CredentialKind = "authToken" | "apiKey";

/** The account a request belongs to, and which of its two credentials it showed. */
export interface Authentication {
  readonly account: EmulatorAccount;
  readonly credential: CredentialKind;
}

function makeUp(given: Partial<EmulatorAccount>): EmulatorAccount {
  const account: EmulatorAccount = {
    accountSid: given.accountSid ?? randomIdentifier("AC"),
    authToken: given.authToken ?? `emulated-auth-token-${randomBytes(12).toString("hex")}`,
    apiKey: given.apiKey ?? randomIdentifier("SK"),
    apiSecret: given.apiSecret ?? `emulated-api-secret-${randomBytes(12).toString("hex")}`,
    ...(given.parentSid === undefined ? {} : { parentSid: given.parentSid }),
  };
  requireIdentifier("AC", account.accountSid, "accountSid");
  requireIdentifier("SK", account.apiKey, "apiKey");
  return account;
}

/** The accounts of one emulator, found by the user name of HTTP Basic. */
export class AccountStore {
  readonly #byUsername = new Map<string, Authentication & { readonly password: string }>();
  readonly #bySid = new Map<string, EmulatorAccount>();

  /** @throws RangeError if the account or its API key is there already or is malformed, or its parent is unknown. */
  add(given: Partial<EmulatorAccount> = {}): EmulatorAccount {
    const account = makeUp(given);
    if (account.parentSid !== undefined) {
      this.require(account.parentSid);
    }
    for (const username of [account.accountSid, account.apiKey]) {
      if (this.#byUsername.has(username)) {
        throw new RangeError(`the emulator has ${username} already`);
      }
    }
    this.#bySid.set(account.accountSid, account);
    this.#byUsername.set(account.accountSid, { account, credential: "authToken", password: account.authToken });
    this.#byUsername.set(account.apiKey, { account, credential: "apiKey", password: account.apiSecret });
    return account;
  }

  /** @throws RangeError if the emulator has no such account. */
  require(accountSid: string): EmulatorAccount {
    const account = this.#bySid.get(accountSid);
    if (account === undefined) {
      throw new RangeError(`the emulator has no account ${accountSid}: add it with addAccount first`);
    }
    return account;
  }

  /** Whether that account's credentials reach the services of `ownerSid`: its own, and those of its subaccounts. */
  reaches({ accountSid }: EmulatorAccount, ownerSid: string): boolean {
    return accountSid === ownerSid || accountSid === this.#bySid.get(ownerSid)?.parentSid;
  }

  /** Who sent this `Authorization` header; undefined if Twilio would answer 401. */
  authenticate(authorization: string | undefined): Authentication | undefined {
    const encoded = /^Basic +([A-Za-z0-9+/]+=*)$/i.exec(authorization ?? "")?.[1];
    if (encoded === undefined) {
      return undefined;
    }
    const pair = Buffer.from(encoded, "base64").toString("utf8");
    const colon = pair.indexOf(":");
    const known = colon < 0 ? undefined : this.#byUsername.get(pair.slice(0, colon));
    if (known?.password !== pair.slice(colon + 1)) {
      return undefined;
    }
    return { account: known.account, credential: known.credential };
  }
}
