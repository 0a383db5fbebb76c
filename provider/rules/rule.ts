import type { Finding, RuleId, RuleSeverity } from "./finding";
import type { LintSubject } from "./lint-subject";

/** The words of a rule about one property. */
export type RuleFinding = Pick<Finding, "property" | "message" | "remediation">;

/** A rule: what it looks for, and what there is to know about it. */
export interface Rule {
  /** It stands in people's settings and reports, so it stays as it is. */
  readonly id: RuleId;
  /** As recommended. */
  readonly severity: RuleSeverity;
  /** A finding in one sentence, without a full stop. */
  readonly title: string;
  /** Why it matters, in a few sentences of plain text. */
  readonly help: string;
  /** All that it finds: one finding a property, in the order of the properties. */
  readonly check: (subject: LintSubject) => readonly RuleFinding[];
}

/** The result of most rules for most configurations. */
export const nothing: readonly RuleFinding[] = [];

/** The page of a rule. */
export function ruleHelpUri(id: RuleId): string {
  return `https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/blob/main/docs/rules.md#${id}`;
}
