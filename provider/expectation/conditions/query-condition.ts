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
      const parameters = new URLSearchParams(query ?? "");
      return required.every((name) => parameters.has(name)) ? undefined : { found: namesIn(query ?? "") };
    })
  );
}

function namesIn(query: string): string[] {
  return [...new Set(new URLSearchParams(query).keys())];
}

function parseName(node: ExpectationNode): string | undefined {
  const { value } = node;
  return typeof value === "string" && /^[^&=?#]+$/.test(value)
    ? value
    : node.problem(`must be a parameter's name alone, as it is when decoded; it is ${node.shown}`);
}
