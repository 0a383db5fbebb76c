// Tested by test/result/list-services.test.ts
import { requireAccountName } from "../credentials/account-name";
import { chooseCredentials } from "../credentials/choose-credentials";
import { describeIgnored, describeOtherAccount, type OtherAccount } from "../credentials/describe-credentials";
import { defaultAccountSource } from "../credentials/default-account-source";
import {
  configSource,
  environmentSource,
  type ConfigLookup,
  type ConfigSource,
  type Environment,
} from "../credentials/settings-source";
import { TwilioClient } from "./client";
import { parseRequestSettings } from "./request-settings";

/** The client that an account's reads go through, and whose answers they must be. */
export interface AccountClient {
  readonly client: TwilioClient;
  /** The named account; undefined for the default one. */
  readonly name: string | undefined;
  /** The account's SID, if the credentials name it: an API key alone does not. */
  readonly accountSid: string | undefined;
  /** Says that an answer is about the account `found`, although the credentials name another one. */
  readonly describeOtherAccount: (found: string) => OtherAccount;
  /** A sentence about settings that have no effect; undefined if there are none. */
  readonly notice: string | undefined;
  /** The address of all of its reads; never ends in a slash. A page of a list that lies elsewhere is not followed. */
  readonly baseUrl: string;
}

/** An account's settings, before anything is connected. */
export interface AccountSettings {
  /** The same for the same settings, and different for others. It holds credentials: never print it. */
  readonly key: string;
  /** The auth token or the API key's secret, for whoever must keep it out of what is printed. */
  readonly secret: string;
  connect(): AccountClient;
}

/**
 * Finds out how an account is reached, from a stack's config, where there is one, and the environment.
 * @param config a look-up in the stack's config; or the one source of settings that counts, such as an explicit provider
 * @throws {InvalidInputError} for an account name of the wrong shape.
 * @throws {ConfigurationError} for credentials and settings that are missing or cannot be right.
 */
export function accountSettings(
  account: unknown,
  config: ConfigLookup | ConfigSource | undefined,
  environment: Environment,
): AccountSettings {
  const name = requireAccountName(account);
  const source = typeof config === "object" ? config : sourceIn(config, name);
  const variables = environmentSource(name, environment);
  const credentials = chooseCredentials(name, source, variables);
  const settings = parseRequestSettings((key) => {
    for (const each of [source, variables]) {
      const value = each.get(key);
      if (value !== undefined) {
        return { name: each.fullNameOf(key), value };
      }
    }
    return undefined;
  }, name);
  return {
    // If they were found makes no difference to the reads.
    key: JSON.stringify([{ ...credentials, origin: undefined }, settings]),
    secret: credentials.password,
    connect: () => ({
      client: new TwilioClient(credentials, settings),
      name,
      accountSid: credentials.accountSid,
      describeOtherAccount: (found) => describeOtherAccount(credentials, found),
      notice: describeIgnored(credentials),
      baseUrl: credentials.baseUrl,
    }),
  };
}

function sourceIn(lookUp: ConfigLookup | undefined, account: string | undefined): ConfigSource {
  return account === undefined ? defaultAccountSource(lookUp) : configSource(account, lookUp);
}
