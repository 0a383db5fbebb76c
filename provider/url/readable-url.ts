import { canonicalHost } from "./canonical-host";
import type { UrlProtocol } from "../expectation/service-webhook-expectation";

/** The parts of a URL that every HTTP client reads alike. */
export interface ReadableUrl {
  readonly isReadable: true;
  readonly protocol: UrlProtocol;
  /** The part before the `@`, as it came; undefined if there is no `@`. */
  readonly userInfo: string | undefined;
  /** In its one spelling: lower case, punycode, no trailing dot. IPv6 in brackets. */
  readonly host: string;
  /** 1 to 65535; the protocol's default port where the URL has none. */
  readonly port: number;
  /** As it came; `/` if it is empty. */
  readonly path: string;
  /** The part after the `?`, as it came; undefined if there is no `?`. */
  readonly query: string | undefined;
  /** The part after the port, as it came: path, query and fragment. */
  readonly tail: string;
}

/** A URL that HTTP clients could read in different ways, or not at all. */
export interface UnreadableUrl {
  readonly isReadable: false;
  /** Follows "the URL": `has a backslash`. Never holds a part of the URL. */
  readonly because: string;
}

/** Longer URLs than this meet no condition: servers and clients refuse them, and a gate must stay quick. */
const longestUrl = 8_192;

/** The port that a URL without one means. */
export const defaultPorts: Readonly<Record<UrlProtocol, number>> = { http: 80, https: 443 };

// Most webhooks have such a URL: nothing in it needs a second look. It has no groups to catch, which would cost the most.
const usualUrl = /^https?:\/\/(?:[a-z0-9-]+\.)*[a-z][a-z0-9-]*(?:\/[\w./~-]*)?$/;

/** Takes a URL apart, where there is but one way to do it. */
export function readUrl(url: string): ReadableUrl | UnreadableUrl {
  if (url.length > longestUrl) {
    return unreadable(`is longer than ${longestUrl.toLocaleString("en-US")} characters`);
  }
  return usualUrl.test(url) && !url.includes("xn--") ? readUsualUrl(url) : readUnusualUrl(url);
}

function readUsualUrl(url: string): ReadableUrl {
  const protocol: UrlProtocol = url[4] === "s" ? "https" : "http";
  const start = protocol.length + "://".length;
  const slash = url.indexOf("/", start);
  const [host, tail] = slash < 0 ? [url.slice(start), ""] : [url.slice(start, slash), url.slice(slash)];
  return {
    isReadable: true,
    protocol,
    userInfo: undefined,
    host,
    port: defaultPorts[protocol],
    path: tail || "/",
    query: undefined,
    tail,
  };
}

function readUnusualUrl(url: string): ReadableUrl | UnreadableUrl {
  // One look for the usual URL, which has nothing but printable ASCII.
  const isPlain = !/[^\x21-\x5b\x5d-\x7e]/.test(url);
  if (!isPlain && /[\x00-\x20\x7f\s]/.test(url)) {
    return unreadable("has white space or a control character");
  }
  if (!isPlain && url.includes("\\")) {
    return unreadable("has a backslash, which some HTTP clients take for a slash");
  }
  const protocol = protocolOf(url);
  if (protocol === undefined) {
    return unreadable("is not an absolute http or https URL");
  }
  const start = protocol.length + "://".length;
  const length = url.slice(start).search(/[/?#]/);
  const authority = length < 0 ? url.slice(start) : url.slice(start, start + length);
  const tail = url.slice(start + authority.length);
  const at = authority.indexOf("@");
  const userInfo = at < 0 ? undefined : authority.slice(0, at);
  const [rawHost, rawPort] = hostAndPort(authority.slice(at + 1));
  if (!isPlain && /[^\x21-\x7e]/.test(`${userInfo ?? ""}${tail}`)) {
    return unreadable("has characters that a URL cannot have without percent-encoding");
  }
  if (tail !== "" && !tail.startsWith("/") && tail.includes("@")) {
    return unreadable("has an @ after a host without a path, which some HTTP clients take for a user name");
  }
  const host = canonicalHost(rawHost);
  if (host === undefined) {
    return unreadable("has a host that leads elsewhere than it looks, or is not a host at all");
  }
  const port = rawPort === undefined ? defaultPorts[protocol] : portNumber(rawPort);
  if (port === undefined) {
    return unreadable("has a port that is not a number from 1 to 65535");
  }
  const { path, query } = pathAndQuery(tail);
  return { isReadable: true, protocol, userInfo, host, port, path, query, tail };
}

function protocolOf(url: string): UrlProtocol | undefined {
  const start = url.slice(0, "https://".length).toLowerCase();
  return start === "https://" ? "https" : start.startsWith("http://") ? "http" : undefined;
}

/** Whatever is left over, such as a second `@`, stays with the host, which is then none. */
function hostAndPort(site: string): readonly [host: string, port: string | undefined] {
  const colon = site.indexOf(":", site.startsWith("[") ? site.indexOf("]") : 0);
  return colon < 0 ? [site, undefined] : [site.slice(0, colon), site.slice(colon + 1)];
}

/** A port in its usual notation; undefined for any other text. */
export function portNumber(text: string): number | undefined {
  return /^[1-9]\d{0,4}$/.test(text) && Number(text) <= 65_535 ? Number(text) : undefined;
}

function pathAndQuery(tail: string): Pick<ReadableUrl, "path" | "query"> {
  const hash = tail.indexOf("#");
  const sent = hash < 0 ? tail : tail.slice(0, hash);
  const mark = sent.indexOf("?");
  return mark < 0
    ? { path: sent || "/", query: undefined }
    : { path: sent.slice(0, mark) || "/", query: sent.slice(mark + 1) };
}

function unreadable(because: string): UnreadableUrl {
  return { isReadable: false, because };
}
