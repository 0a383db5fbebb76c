// Tested by test/expectation/url-expectation.test.ts
import type { Condition } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import type { LiveUrl } from "./live-url";
import type { UrlProtocol } from "../service-webhook-expectation";
import { urlPartCondition } from "./url-condition";

/** Reads `protocol`. */
export function parseProtocol(node: ExpectationNode): Condition<LiveUrl> | undefined {
  const allowed = node.oneOrMore(parseName);
  return (
    allowed &&
    urlPartCondition("protocol", node, (url) => (allowed.includes(url.protocol) ? undefined : { found: url.protocol }))
  );
}

function parseName(node: ExpectationNode): UrlProtocol | undefined {
  const { value } = node;
  return value === "http" || value === "https" ? value : node.problem(`must be "https" or "http"; it is ${node.shown}`);
}
