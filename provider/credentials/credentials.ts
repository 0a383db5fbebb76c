/** The credentials of an account, and its address. Never printed, never serialised. */
export interface Credentials {
  /** The named account these are for; undefined for the default one. */
  readonly account: string | undefined;
  /** The account's SID, if it is known: an API key works without it. */
  readonly accountSid: string | undefined;
  /** The user name of HTTP Basic: the account SID or the API key's SID. */
  readonly username: string;
  /** The password of HTTP Basic: the auth token or the API key's secret. */
  readonly password: string;
  /** If the API is, such as `https://conversations.twilio.com`; may have a path, never ends in a slash. */
  readonly baseUrl: string;
  /** The place where they were found; undefined if nobody knows. */
  readonly origin?: CredentialsOrigin | undefined;
}

/** If credentials were found, for messages. */
export interface CredentialsOrigin {
  /** The name of the place in messages: `the stack config`. */
  readonly place: string;
  /** The name, in messages, of the place that outranks the environment. */
  readonly configPlace: string;
  /** The name by which one sets this account's settings there: `twilio:deadline`. */
  readonly settingName: (key: "attemptTimeout" | "deadline") => string;
  /** The names of the settings that make the credential: `twilio:apiKey`, `twilio:apiSecret`. */
  readonly settings: readonly string[];
  /** The name of the setting for the account's SID: `twilio:accountSid`. */
  readonly accountSidSetting: string;
  /** The setting for the base URL in the environment, if it is set there and does not count. */
  readonly ignoredBaseUrl: string | undefined;
}
