import { isIP } from "node:net";
import type { Environment } from "../../credentials/settings-source";
import { ConfigurationError } from "../../errors/configuration-error";
import { parseUrl } from "../../url/parse-url";
import type { SecretPair } from "../failure/redactor";

/** A proxy to open a tunnel through. */
export interface Proxy extends SecretPair {
  readonly secure: boolean;
  /** Without the brackets of an IPv6 literal. */
  readonly hostname: string;
  readonly port: number;
  /** For messages: host and port. */
  readonly host: string;
}

/** The environment variables that say how a host is reached. The first of two outranks the second, as curl has it. */
export const proxyVariables = ["https_proxy", "HTTPS_PROXY", "no_proxy", "NO_PROXY"] as const;

/**
 * The proxy that the environment names for `target`: HTTPS_PROXY, unless NO_PROXY lists the host; in lower or upper
 * case, if both are set the lower one, as curl has it. A target on plain http never has one: it is on this machine.
 * @throws {ConfigurationError} for a value that is not a proxy's URL; it names the variable, never the value.
 */
export function proxyFor(target: URL, environment: Environment, account: string | undefined): Proxy | undefined {
  const name = ["https_proxy", "HTTPS_PROXY"].find((each) => environment[each]?.trim());
  if (target.protocol !== "https:" || name === undefined) {
    return undefined;
  }
  const exceptions = environment["no_proxy"] || environment["NO_PROXY"] || "";
  return isExcepted(target, exceptions) ? undefined : parseProxy(environment[name]?.trim() ?? "", name, account);
}

function parseProxy(value: string, name: string, account: string | undefined): Proxy {
  // Without a scheme it is plain HTTP to the proxy, as other programs take it; what goes through the tunnel is TLS.
  const text = /^[a-z][a-z0-9+.-]*:\/\//i.test(value) ? value : `http://${value}`;
  const url = parseUrl(text);
  if (url === undefined || url.hostname === "" || !["http:", "https:"].includes(url.protocol)) {
    throw new ConfigurationError(account, `the environment variable ${name} is not the URL of an HTTP proxy`, [
      "It looks like http://proxy.example.com:3128 or http://user:password@proxy.example.com:3128.",
    ]);
  }
  const secure = url.protocol === "https:";
  const port = url.port === "" ? (secure ? 443 : 80) : Number(url.port);
  return {
    secure,
    port,
    hostname: url.hostname.replace(/^\[|\]$/g, ""),
    host: `${url.hostname}:${port}`,
    username: percentDecoded(url.username),
    password: percentDecoded(url.password),
  };
}

/** A password with a lone percent sign in it is taken as it stands. */
function percentDecoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/**
 * Whether NO_PROXY's list names the target: `*` for all; `example.com`, `.example.com` or `*.example.com` for that
 * domain and all below it; an IP address; each with a port if only that is meant.
 *
 * There are no ranges such as `10.0.0.0/8`. They are for servers that are named by their addresses, on a network of one's
 * own, and what is asked here is a host of Twilio's, or a server on this machine by plain http, which never has a proxy.
 */
function isExcepted(target: URL, list: string): boolean {
  const hostname = target.hostname.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  const port = target.port === "" ? "443" : target.port;
  return list
    .toLowerCase()
    .split(/[,\s]+/)
    .filter((entry) => entry !== "")
    .some((entry) => {
      const { host, port: onlyPort } = splitPort(entry);
      return (onlyPort === undefined || onlyPort === port) && matches(hostname, host);
    });
}

/** An IPv6 literal has colons of its own: it has a port only after brackets. */
function splitPort(entry: string): { host: string; port: string | undefined } {
  const bracketed = /^\[([^\]]+)\](?::(\d+))?$/.exec(entry);
  const plain = /^([^:]*)(?::(\d+))?$/.exec(entry);
  const parts = bracketed ?? plain;
  return { host: parts?.[1] ?? entry, port: parts?.[2] };
}

function matches(hostname: string, pattern: string): boolean {
  if (pattern === "*") {
    return true;
  }
  if (isIP(hostname) !== 0) {
    return hostname === pattern;
  }
  const domain = pattern.replace(/^\*?\./, "");
  return domain !== "" && (hostname === domain || hostname.endsWith(`.${domain}`));
}
