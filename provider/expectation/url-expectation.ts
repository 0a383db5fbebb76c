import { isSecretUrl } from "../url/secret-url";
import type { Condition } from "./conditions/condition";
import type { ExpectationNode } from "./reading/expectation-node";
import { parseHost } from "./conditions/host-condition";
import type { LiveUrl } from "./conditions/live-url";
import { parseUrl } from "../url/parse-url";
import { parsePath } from "./conditions/path-condition";
import { parsePattern } from "./conditions/pattern-condition";
import { isList } from "../text/kind-of";
import { parseProtocol } from "./conditions/protocol-condition";
import { parseQuery } from "./conditions/query-condition";
import { readUrl, type ReadableUrl, type UnreadableUrl } from "../url/readable-url";
import type { UrlConditions } from "./service-webhook-expectation";
import { urlMismatch } from "../url/url-mismatch";

type Parse = (node: ExpectationNode) => Condition<LiveUrl> | undefined;

const parsers: Readonly<Record<keyof UrlConditions, Parse>> = {
  equals: (node) => parseExact(node, node.value)[0],
  set: parseSet,
  protocol: parseProtocol,
  host: parseHost,
  path: parsePath,
  query: parseQuery,
  pattern: parsePattern,
};
const conditionNames = Object.keys(parsers) as (keyof UrlConditions)[];

/** Reads `preWebhookUrl` or `postWebhookUrl`. */
export function parseUrlExpectation(node: ExpectationNode): readonly Condition<LiveUrl>[] {
  const { value } = node;
  if (value === null) {
    return [{ name: "equals", expected: null, isSecret: node.isSecret, judge: foundUnlessNull }];
  }
  if (typeof value === "string") {
    return parseExact(node, value);
  }
  if (typeof value !== "object" || isList(value)) {
    node.problem(`must be a URL, null or an object with conditions; it is ${node.shown}`);
    return [];
  }
  const fields = node.fields(conditionNames, "condition");
  if (fields?.get("set")?.value === false && fields.size > 1) {
    node.problem("contradicts itself: `set: false` goes with no other condition");
  }
  if (fields?.has("equals") === true && fields.size > 1) {
    node.problem("has `equals`, which goes with no other condition");
  }
  return [...(fields ?? [])].flatMap(([name, field]) => {
    const condition = field.isKnown ? parsers[name](field) : field.defer();
    return condition === undefined ? [] : [condition];
  });
}

/** Any URL that Twilio can have is taken, also one that looks odd: it still equals itself. */
function parseExact(node: ExpectationNode, url: unknown): readonly Condition<LiveUrl>[] {
  if (typeof url !== "string" || !/^https?:\/\/[^\s\p{Cc}]+$/iu.test(url) || parseUrl(url) === undefined) {
    node.problem(`must be an absolute http or https URL without white space; it is ${node.shown}`);
    return [];
  }
  const isSecret = node.isSecret || isSecretUrl(url);
  if (isSecret) {
    node.conceal(url);
  }
  let reading: ReadableUrl | UnreadableUrl | undefined;
  return [
    {
      name: "equals",
      expected: url,
      isSecret,
      judge(live) {
        if (live.raw === url) {
          return undefined;
        }
        if (live.raw === null) {
          return { found: null };
        }
        const because = urlMismatch((reading ??= readUrl(url)), live.reading);
        return because === undefined ? undefined : { found: live.raw, because };
      },
    },
  ];
}

function parseSet(node: ExpectationNode): Condition<LiveUrl> | undefined {
  const { value } = node;
  return typeof value === "boolean"
    ? {
        name: "set",
        expected: value,
        isSecret: node.isSecret,
        judge: (live) => ((live.raw !== null) === value ? undefined : { found: live.raw }),
      }
    : node.problem(`must be true or false; it is ${node.shown}`);
}

function foundUnlessNull(live: LiveUrl): { readonly found: string } | undefined {
  return live.raw === null ? undefined : { found: live.raw };
}
