import type { WebhookMethod } from "../result/service-webhook-configuration";
import type { WebhookFilter } from "../result/webhook-filter";

/**
 * The protocols that a webhook URL can have.
 * @example
 * const protocols: readonly UrlProtocol[] = ["https"];
 */
export type UrlProtocol = "http" | "https";

/**
 * A regular expression over the URL as it came from Twilio. It is found anywhere in the URL: write `^` and `$` if it must
 * match all of it. A URL with anything but printable ASCII characters meets no pattern.
 *
 * The syntax is RE2's, which is matched in time linear in the URL's length: no pattern can hang a preview. It has neither
 * lookaround nor backreferences.
 * @see https://github.com/google/re2/wiki/Syntax
 * @example
 * const pattern: UrlPattern = { source: "^https://[a-z]+\\.example\\.com/", flags: "i" };
 */
export interface UrlPattern {
  /** The pattern, in RE2 syntax; 1 to 1,000 characters. */
  readonly source: string;
  /**
   * Any of `i` (case does not matter), `m`, `s` and `u`, as in JavaScript; `u` changes nothing.
   * @default ""
   */
  readonly flags?: string;
}

/**
 * Conditions on a URL. All of them must hold, and each but `set: false` is violated if no URL is set.
 *
 * `protocol`, `host`, `path`, `query` and `pattern` are also violated, whatever they say, by a URL that HTTP clients
 * could read in different ways: one with white space, control characters, a backslash, a second `@`, or a host in a
 * disguise (percent-encoded, full-width or invisible characters, an IP address in an unusual notation).
 * @example
 * const ours: UrlConditions = { protocol: "https", host: "*.example.com", path: "/twilio/*", query: "none" };
 */
export interface UrlConditions {
  /** Exactly this URL, as if it stood here by itself; it goes with no other condition. */
  readonly equals?: string;
  /** Whether a URL must be set (true) or must not be (false, which goes with no other condition). */
  readonly set?: boolean;
  /** `"https"`, `"http"`, or a list of which one must apply. */
  readonly protocol?: UrlProtocol | readonly UrlProtocol[];
  /**
   * `hooks.example.com`, or `*.example.com` for its subdomains (at any depth, and not `example.com` itself), or a list of
   * which one must apply. Without a port it means the protocol's default port; `hooks.example.com:8443` means that one.
   * Case, a trailing dot and punycode make no difference. A user name and password in the URL are no part of the host.
   */
  readonly host?: string | readonly string[];
  /**
   * The exact path, such as `/twilio/post`, character by character; or a prefix that ends in `/*`: `/twilio/*` includes
   * `/twilio/` and `/twilio/a/b`, not `/twilio`. What could lead out of the prefix is not included: `.` and `..`
   * segments and empty ones, also those that are left without path parameters, white space and invisible characters;
   * encoded slashes, backslashes, dots and control characters, and what older character sets make one of. An absent path
   * is `/`.
   */
  readonly path?: string;
  /** `"none"`: the URL has no `?`; or the names of parameters that must be there, whatever else is. */
  readonly query?: "none" | readonly string[];
  /** A regular expression over the URL as it came. */
  readonly pattern?: UrlPattern;
}

/**
 * Conditions on the events that are delivered. All of them must hold, and each is violated if `filters` is null.
 * @example
 * const filters: FilterConditions = { includes: ["onMessageAdded"], excludes: ["onMessageUpdate"] };
 */
export interface FilterConditions {
  /** Exactly these events, as if the list stood here by itself; it goes with no other condition. */
  readonly equals?: readonly WebhookFilter[];
  /** Events that must be delivered. */
  readonly includes?: readonly WebhookFilter[];
  /**
   * Events that must not be delivered. A known event in another spelling (`on_message_added`), or its start alone
   * (`onMessage`), is refused: it would exclude nothing.
   */
  readonly excludes?: readonly WebhookFilter[];
  /** The only events that may be delivered; not all of them need to be. */
  readonly only?: readonly WebhookFilter[];
}

/**
 * The webhook configuration that a service must have. Each field is optional, and one that is left out may be
 * anything; an expectation of nothing at all is refused. It is plain data, and survives JSON.
 * @example
 * const expectation: ServiceWebhookExpectation = {
 *   preWebhookUrl: null,
 *   postWebhookUrl: { protocol: "https", host: "hooks.example.com" },
 *   method: "POST",
 *   filters: { includes: ["onMessageAdded"] },
 *   delivers: ["onMessageAdded"],
 * };
 */
export interface ServiceWebhookExpectation {
  /**
   * The URL that Twilio asks before an event takes effect: exactly this `http` or `https` URL, null where none may be
   * set, or conditions.
   *
   * An exact URL is compared as a URL. What makes no difference: the case of the scheme and of the host, the protocol's
   * default port, one trailing dot of the host, punycode for the same name, and `/` for an empty path. Everything else
   * does, and a URL that HTTP clients could read in different ways equals only the same string.
   */
  readonly preWebhookUrl?: string | null | UrlConditions;
  /** The URL that Twilio tells after an event; as {@link ServiceWebhookExpectation.preWebhookUrl}. */
  readonly postWebhookUrl?: string | null | UrlConditions;
  /** The method of the webhook requests: `"GET"`, `"POST"`, null if it was never set, or a list of which one must apply. */
  readonly method?: WebhookMethod | null | readonly (WebhookMethod | null)[];
  /** Exactly these events (order and repeats aside), null if they were never set, or conditions. */
  readonly filters?: readonly WebhookFilter[] | null | FilterConditions;
  /** The account responsible for the service, exactly: `AC` and 32 hex digits. Null if Twilio names none. */
  readonly accountSid?: string | null;
  /**
   * Events each of which must reach somebody: a URL, by the service's own settings; or, if the service has no URL, by its
   * account's, which may also lead to Twilio Flex. At least one of the events that Twilio documents for a service; another
   * name is refused, since of that one the moment is not known.
   *
   * If the service has no URL and the account's settings are not known, it is violated. Programs and audits read them then;
   * a policy cannot.
   */
  readonly delivers?: readonly WebhookFilter[];
}
