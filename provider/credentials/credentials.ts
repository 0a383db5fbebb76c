/** What a request needs to know of the account it is for. Never printed, never serialised. */
export interface Credentials {
  /** The named account these are for; undefined for the default one. */
  readonly account: string | undefined;
  /** The account's SID, where it is known: an API key works without it. */
  readonly accountSid: string | undefined;
  /** The user name of HTTP Basic: the account SID or the API key's SID. */
  readonly username: string;
  /** The password of HTTP Basic: the auth token or the API key's secret. */
  readonly password: string;
  /** Where the API is, such as `https://conversations.twilio.com`; may have a path, never ends in a slash. */
  readonly baseUrl: string;
}
