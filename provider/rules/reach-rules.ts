// Tested by test/rules/reach.test.ts
import type { RuleId } from "./finding";
import type { CompiledRules } from "./rule-settings";

/** The rules that know more, or anything at all, if servers were looked at. */
const reachRules: ReadonlySet<RuleId> = new Set<RuleId>([
  "unreachable-host",
  "unresolvable-host",
  "untrusted-certificate",
  "expiring-certificate",
]);

/** Whether a rule's findings depend on a look at servers. */
export function dependsOnReach(rule: RuleId): boolean {
  return reachRules.has(rule);
}

/** Whether a look at servers is of any use to these rules. */
export function usesReach({ rules }: CompiledRules): boolean {
  return rules.some(([{ id }]) => dependsOnReach(id));
}
