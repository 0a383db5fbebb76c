import type { ExpectationPath } from "./reading/expectation-node";
import { isList } from "../text/kind-of";

/** An expectation, and where secrets are in it. */
export interface ExpectationSource {
  readonly value: unknown;
  readonly secretPaths: readonly ExpectationPath[];
}

const urls: ReadonlySet<string | number | undefined> = new Set(["preWebhookUrl", "postWebhookUrl"]);

/**
 * An expectation as TypeScript programs give it, made of one from another language. There is neither null nor a choice of
 * types in those: `noQuery: true` stands for `query: "none"`. All else is the same in both, and what is wrong stays as it
 * is, for the reader of expectations to refuse.
 */
export function fromPortable({ value, secretPaths }: ExpectationSource): ExpectationSource {
  if (!isObject(value)) {
    return { value, secretPaths };
  }
  return {
    value: Object.fromEntries(
      Object.entries(value).map(([property, conditions]) => [
        property,
        urls.has(property) ? withQuery(conditions) : conditions,
      ]),
    ),
    secretPaths: secretPaths.map((path) =>
      urls.has(path[0]) && path[1] === "noQuery" && path.length === 2 ? [path[0] ?? "", "query"] : path,
    ),
  };
}

function withQuery(conditions: unknown): unknown {
  if (!isObject(conditions) || !("noQuery" in conditions)) {
    return conditions;
  }
  const { noQuery, ...others } = conditions;
  if (noQuery === false) {
    return others;
  }
  // With both, or with anything but true, the key stays: it is refused by its name.
  return noQuery === true && !("query" in others) ? { ...others, query: "none" } : conditions;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !isList(value);
}
