// Tested by test/expectation/url-expectation.test.ts
import type { Condition } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import { canonicalHost } from "../../url/canonical-host";
import type { LiveUrl } from "./live-url";
import { defaultPorts, portNumber, type ReadableUrl } from "../../url/readable-url";
import { urlPartCondition } from "./url-condition";

interface HostPattern {
  /** In its one spelling; of `*.example.com` what follows the star, with the dot. */
  readonly name: string;
  readonly isSuffix: boolean;
  /** Undefined for the protocol's default port. */
  readonly port: number | undefined;
}

const shape = /^(\*\.)?(\[[^\]]*\]|[^:[\]]*)(?::(.*))?$/s;

/** Reads `host`. */
export function parseHost(node: ExpectationNode): Condition<LiveUrl> | undefined {
  const patterns = node.oneOrMore(parseHostPattern);
  return (
    patterns &&
    urlPartCondition("host", node, (url) =>
      patterns.some((pattern) => isMatch(pattern, url)) ? undefined : { found: hostText(url) },
    )
  );
}

function isMatch(pattern: HostPattern, url: ReadableUrl): boolean {
  return (
    url.port === (pattern.port ?? defaultPorts[url.protocol]) &&
    (pattern.isSuffix ? url.host.endsWith(pattern.name) : url.host === pattern.name)
  );
}

function hostText({ host, port, protocol }: ReadableUrl): string {
  return port === defaultPorts[protocol] ? host : `${host}:${port}`;
}

function parseHostPattern(node: ExpectationNode): HostPattern | undefined {
  const { value } = node;
  if (typeof value !== "string" || value === "") {
    return node.problem(`must be a host, such as "hooks.example.com" or "*.example.com"; it is ${node.shown}`);
  }
  if (/[/@?#\\]/.test(value)) {
    return node.problem(`must be a host alone, without protocol, user name or path; it is ${node.shown}`);
  }
  const [, star, rawName = "", rawPort] = shape.exec(value) ?? [];
  const name = canonicalHost(rawName);
  if (name === undefined || (star !== undefined && /^\[|^[\d.]+$/.test(name))) {
    return node.problem(
      `is not a host that all HTTP clients read in the same way: ${node.shown}. A star may only stand first, as in "*.example.com"`,
    );
  }
  const port = rawPort === undefined ? undefined : portNumber(rawPort);
  if (rawPort !== undefined && port === undefined) {
    return node.problem(`must have a port from 1 to 65535 after the colon; it is ${node.shown}`);
  }
  return star === undefined ? { name, isSuffix: false, port } : { name: `.${name}`, isSuffix: true, port };
}
