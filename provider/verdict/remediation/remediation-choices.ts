import { printableJson, shortened } from "../../text/printable";
import { secretPlaceholder } from "../../text/secret-placeholder";
import { flagFor, settableViolations, type SettableProperty } from "./settable-property";
import type { Violation } from "../violation";

/** The choices that no command can make for a person, a line for each property. */
export function choiceSteps(violations: readonly Violation[], alreadySet: readonly string[]): readonly string[] {
  return [...settableViolations(violations)]
    .filter(([property]) => !alreadySet.includes(property))
    .map(([property, those]) => choice(property, those));
}

function choice(property: SettableProperty, violations: readonly Violation[]): string {
  const conditions = violations.map(({ condition }) => condition);
  const flag = `--${flagFor(property)}`;
  if (property === "filters") {
    return filtersChoice(violations, flag);
  }
  if (property === "method") {
    const methods = [violations[0]?.expected].flat().filter((method) => typeof method === "string");
    if (violations[0]?.expected === secretPlaceholder) {
      return `Set method with ${flag}: what is expected of it is secret, so no command shows it`;
    }
    return methods.length === 0
      ? "Twilio documents no way to set method back to null"
      : `Choose a method, ${methods.map((method) => printableJson(method)).join(" or ")}, and set it with ${flag}`;
  }
  const parts = conditions.filter((condition) => condition !== "set");
  const which = parts.length === 0 ? "" : ` that meets ${listed(parts)} (many URLs do)`;
  return `Choose a ${property}${which} and set it with ${flag}`;
}

function filtersChoice(violations: readonly Violation[], flag: string): string {
  if (violations.some(({ secret }) => secret)) {
    return `Set all of the events with ${flag}, once for each: not all of them may be shown here`;
  }
  if (violations.some(({ condition, expected }) => condition === "equals" && expected === null)) {
    return "Twilio documents no way to set filters back to null";
  }
  if (
    violations.some(
      ({ condition, expected }) => condition === "equals" && Array.isArray(expected) && expected.length === 0,
    )
  ) {
    return "Twilio documents no way to empty filters with its CLI";
  }
  return violations.some(({ missing = [] }) => missing.length > 0)
    ? "Correct the misspelt events in the expectation: no command sets them"
    : `Choose the events to deliver, and set all of them with ${flag}, once for each event`;
}

/**
 * The parts of a URL that the command removes with it, though the expectation may not mean it: connection overrides,
 * a user name and a password stand in the URL.
 * @see https://www.twilio.com/docs/usage/webhooks/webhooks-connection-overrides
 */
export function replacedParts({ property, condition, expected, found }: Violation): readonly string[] {
  const isReplaced = property.endsWith("Url") && condition === "equals" && expected !== null && found !== null;
  if (!isReplaced) {
    return [];
  }
  if (found === secretPlaceholder) {
    return [
      `This replaces all of a ${property} that is not shown: if it has connection overrides (such as #rc=3) or a user name ` +
        "and a password that are still needed, add them to the expected URL first",
    ];
  }
  const fragment = fragmentOf(found);
  return fragment === "" || fragment === fragmentOf(expected)
    ? []
    : [
        `This removes ${shortened(fragment, 100)} from ${property}: if it is still needed, add it to the expected URL first`,
      ];
}

function fragmentOf(url: unknown): string {
  return typeof url === "string" && url.includes("#") ? url.slice(url.indexOf("#")) : "";
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
