import type { Credentials } from "./credentials";

/** Whether an API key is used, as opposed to an auth token. */
export function isApiKey({ username }: Pick<Credentials, "username">): boolean {
  return username.startsWith("SK");
}

/** The credentials that a request was sent with, in one line, without the secret: whose they are, and from which settings. */
export function describeCredentials(credentials: Credentials): string {
  const { account, accountSid, username, origin, baseUrl } = credentials;
  const what = isApiKey(credentials)
    ? `API key ${username}${accountSid === undefined ? "" : ` with account ${accountSid}`}`
    : `auth token of account ${username}`;
  const whose = account === undefined ? "" : ` of the account "${account}"`;
  const from = origin === undefined ? "" : ` from ${origin.place} (${origin.settings.join(", ")})`;
  return `Credentials used${whose}: ${what}${from}, at ${new URL(baseUrl).host}.`;
}

/** The meaning of an answer about another account, and the remedies. */
export interface OtherAccount {
  /** Follows "could not be read: ". */
  readonly problem: string;
  readonly steps: readonly string[];
}

/** Says that the answer is about the account `found`, although the credentials name another one. */
export function describeOtherAccount(credentials: Credentials, found: string): OtherAccount {
  const { accountSid = "unknown", username, origin } = credentials;
  const setting = origin?.accountSidSetting ?? "the account SID";
  return isApiKey(credentials)
    ? {
        problem: `the API key ${username} belongs to account ${found}, but ${setting} is ${accountSid}`,
        steps: [
          `To read account ${accountSid}, use an API key of its own, or its auth token: a key of another account does not reach it.`,
          `To read account ${found}, set ${setting} to it, or remove ${setting}: an API key works without.`,
        ],
      }
    : {
        problem: `the answer is about account ${found}, but the credentials are those of account ${accountSid}`,
        steps: ["Something other than Twilio may have answered: check the base URL and any proxy on the way."],
      };
}

/**
 * A sentence about a base URL in the environment that has no effect; undefined if there is none. An edge and a region are
 * often set for other programs: of those nothing is said.
 */
export function describeIgnored({ account, baseUrl, origin }: Credentials): string | undefined {
  const whose = account === undefined ? "" : ` for the account "${account}"`;
  return origin?.ignoredBaseUrl === undefined
    ? undefined
    : `${origin.ignoredBaseUrl} has no effect${whose}: ${origin.configPlace} has settings of its own, which say to ask ` +
        new URL(baseUrl).host;
}
