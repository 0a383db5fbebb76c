// Tested by test/verdict/remediation/remediation-command.test.ts
import { nearestWord } from "../../text/did-you-mean";
import { type Json } from "../../text/printable";
import { secretPlaceholder } from "../../text/secret-placeholder";
import { knownWebhookFilters } from "../../result/webhook-filter";
import type { SettableProperty } from "./settable-property";
import type { Violation } from "../violation";

type Values = readonly string[];

/**
 * The values that a property must be given so that none of its violations is left; undefined if that is a choice, or
 * Twilio documents no way to get there. `[secret]` stands for a URL that must not be shown.
 */
export function exactValues(
  property: SettableProperty,
  violations: readonly Violation[],
): Values | typeof secretPlaceholder | undefined {
  switch (property) {
    case "filters":
      return events(violations);
    case "method":
      return method(violations);
    default:
      return url(violations);
  }
}

function url(violations: readonly Violation[]): Values | typeof secretPlaceholder | undefined {
  // Conditions on one URL fail together, or each could be met by many URLs.
  const [first] = violations;
  if (first === undefined || !["equals", "set"].includes(first.condition)) {
    return undefined;
  }
  if (first.expected === secretPlaceholder) {
    return first.condition === "equals" ? secretPlaceholder : undefined;
  }
  // The CLI sends an empty value, which clears a URL.
  const isNone = first.expected === null || first.expected === false;
  return isNone ? [""] : typeof first.expected === "string" ? [first.expected] : undefined;
}

function method([violation]: readonly Violation[]): Values | undefined {
  // No update leads back to null, so that cannot be chosen.
  const allowed = [violation?.expected].flat().filter((each) => each !== null && each !== secretPlaceholder);
  const [only] = new Set(allowed);
  return typeof only === "string" && new Set(allowed).size === 1 ? [only] : undefined;
}

/** An update replaces the whole list: it repeats what is delivered already and may stay. */
function events(violations: readonly Violation[]): Values | undefined {
  const exact = violations.find(({ condition }) => condition === "equals");
  const asked = exact === undefined ? changed(violations) : listIn(exact.expected);
  const named = exact === undefined ? violations.flatMap(({ missing = [] }) => missing) : (asked ?? []);
  // Misspelt events are to be corrected in the expectation, not at Twilio.
  const isMisspelt = named.some((event) => nearestWord(event, knownWebhookFilters, 3) !== undefined);
  return asked?.length === 0 || isMisspelt ? undefined : asked;
}

/** The live events, with the missing ones and without the extra ones; undefined if that does not say what to deliver. */
function changed(violations: readonly Violation[]): Values | undefined {
  const [first] = violations;
  const live = listIn(first?.found ?? null);
  const names = violations.flatMap(({ missing = [] }) => missing);
  if (violations.some(({ secret }) => secret) || (live === undefined && names.length === 0)) {
    return undefined;
  }
  const extra = new Set(violations.flatMap((violation) => violation.extra ?? []));
  return [...new Set([...(live ?? []), ...names])].filter((event) => event !== "" && !extra.has(event));
}

function listIn(value: Json): Values | undefined {
  return Array.isArray(value) ? [...new Set(value as Values)] : undefined;
}
