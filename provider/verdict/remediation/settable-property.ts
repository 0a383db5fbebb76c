// Tested by test/verdict/remediation/remediation-command.test.ts
import type { ExpectedProperty } from "../../expectation/conditions/condition";
import type { Violation } from "../violation";

const flagNames = {
  preWebhookUrl: "pre-webhook-url",
  postWebhookUrl: "post-webhook-url",
  method: "method",
  filters: "filters",
} satisfies Partial<Record<ExpectedProperty, string>>;

/** A property that a command of the Twilio CLI can set. */
export type SettableProperty = keyof typeof flagNames;

/** The flag that sets a property, without its dashes. */
export function flagFor(property: SettableProperty): string {
  return flagNames[property];
}

/** The violations by the property that they are about; without those that no command can do anything about. */
export function settableViolations(
  violations: readonly Violation[],
): ReadonlyMap<SettableProperty, readonly Violation[]> {
  const all = Object.keys(flagNames) as SettableProperty[];
  return new Map(
    all
      .map((property) => [property, violations.filter((violation) => violation.property === property)] as const)
      .filter(([, those]) => those.length > 0),
  );
}
