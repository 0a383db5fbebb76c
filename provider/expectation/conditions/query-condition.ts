// Tested by test/expectation/url-expectation.test.ts
import type { Condition } from "./condition";
import type { ExpectationNode } from "../reading/expectation-node";
import type { LiveUrl } from "./live-url";
import { isList } from "../../text/kind-of";
import { urlPartCondition } from "./url-condition";

/** Reads `query`. */
export function parseQuery(node: ExpectationNode): Condition<LiveUrl> | undefined {
  if (node.value === "none") {
    return urlPartCondition("query", node, ({ query }) =>
      query === undefined ? undefined : { found: namesIn(query) },
    );
  }
  if (!isList(node.value)) {
    return node.problem(`must be "none" or a list of parameter names; it is ${node.shown}`);
  }
  const required = node.listOf(parseName);
  return (
    required &&
    urlPartCondition("query", node, ({ query }) => {
      const parameters = parametersOf(query ?? "");
      return required.every((name) => parameters.has(name)) ? undefined : { found: namesIn(query ?? "") };
    })
  );
}

function namesIn(query: string): string[] {
  return [...new Set(parametersOf(query).keys())];
}

/** Of a text, the class drops one question mark at the start: a second one in the URL is a part of the first name. */
function parametersOf(query: string): URLSearchParams {
  return new URLSearchParams(`?${query}`);
}

function parseName(node: ExpectationNode): string | undefined {
  const { value } = node;
  return typeof value === "string" && /^[^&=?#]+$/.test(value)
    ? value
    : node.problem(`must be the decoded name of a parameter, without a value; it is ${node.shown}`);
}
