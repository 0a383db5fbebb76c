import { didYouMean } from "../text/did-you-mean";
import { printableJson, shortened, type Json } from "../text/printable";
import { secretPlaceholder } from "../text/secret-placeholder";
import { knownWebhookFilters } from "../result/webhook-filter";
import { urlDifference } from "./url-difference";
import type { Violation } from "./violation";

type Undescribed = Omit<Violation, "message">;

const mostEvents = 30;

/** A violation for a reader: what was expected, what was found, and where the two differ. */
export function describeViolation(violation: Undescribed, because?: string): string {
  const { property, condition } = violation;
  const name = condition === "equals" ? property : `${property}.${condition}`;
  const lines = [...body(name, violation), ...(because === undefined ? [] : [because])];
  return [lines[0], ...lines.slice(1).map((line) => `  ${line}`)].join("\n");
}

function body(name: string, violation: Undescribed): readonly string[] {
  const { property, condition, expected, found } = violation;
  if (property === "filters") {
    return [`${name}: expected ${expectedText(violation)}, found ${foundText(found)}`, ...eventLines(violation)];
  }
  const isUrl = property === "preWebhookUrl" || property === "postWebhookUrl";
  if (
    isUrl &&
    condition === "equals" &&
    typeof expected === "string" &&
    typeof found === "string" &&
    !violation.secret
  ) {
    return [`${name} is not the expected URL`, ...urlDifference(expected, found)];
  }
  return [`${name}: expected ${expectedText(violation)}, found ${foundText(found)}`];
}

function expectedText({ condition, expected, property }: Undescribed): string {
  if (expected === secretPlaceholder) {
    return secretPlaceholder;
  }
  switch (condition) {
    case "set":
      return expected === true ? "a URL to be set" : "no URL to be set";
    case "query":
      return expected === "none" ? "no query" : `the parameters ${listText(expected)}`;
    case "pattern":
      return `a match of ${patternText(expected)}`;
    case "includes":
      return `at least ${listText(expected)}`;
    case "excludes":
      return `none of ${listText(expected)}`;
    case "only":
      return `nothing but ${listText(expected)}`;
    case "equals":
      return property === "filters" && Array.isArray(expected)
        ? `exactly ${listText(expected)}`
        : alternatives(expected);
    default:
      return alternatives(expected);
  }
}

function foundText(found: Json): string {
  if (found === null) {
    return "null (nothing is set)";
  }
  if (found === secretPlaceholder) {
    return secretPlaceholder;
  }
  return Array.isArray(found) ? listText(found) : valueText(found);
}

function eventLines(violation: Undescribed): readonly string[] {
  const { condition, missing = [], extra = [] } = violation;
  return [
    ...(missing.length > 0 ? [`missing: ${listText(missing)}`] : []),
    ...(extra.length > 0
      ? [`${condition === "excludes" ? "excluded but delivered" : "extra"}: ${listText(extra)}`]
      : []),
    ...likelyMistakes(violation).slice(0, mostEvents),
  ];
}

/** Events that were expected, are not there, and are not among those that Twilio documents, but nearly so. */
function likelyMistakes({ condition, expected, found, missing, secret }: Undescribed): readonly string[] {
  const absent = condition === "only" && Array.isArray(expected) ? (expected as readonly string[]) : (missing ?? []);
  const present = new Set(Array.isArray(found) ? (found as readonly string[]) : []);
  return (secret ? [] : absent).flatMap((event) => {
    const hint = present.has(event) ? "" : didYouMean(event, knownWebhookFilters);
    return hint === "" ? [] : [`${valueText(event)} is not a known event${hint}`];
  });
}

function alternatives(expected: Json): string {
  return Array.isArray(expected) ? expected.map(valueText).join(" or ") : valueText(expected);
}

function listText(list: Json | readonly string[]): string {
  const items = Array.isArray(list) ? (list as readonly Json[]) : [];
  if (items.length === 0) {
    return "none";
  }
  const rest = items.length - mostEvents;
  return [...items.slice(0, mostEvents).map(valueText), ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

function valueText(value: Json): string {
  return typeof value === "string" ? `"${shortened(value)}"` : printableJson(value);
}

function patternText(expected: Json): string {
  const { source, flags } = expected as { readonly source: string; readonly flags?: string };
  // Escaped once by whoever wrote it: a second time would make it unreadable.
  return `/${shortened(source, 1_000).replace(/\\([\\"])/g, "$1")}/${flags ?? ""}`;
}
