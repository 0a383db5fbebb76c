// Tested by test/audit/judging/verdict.test.ts
import { hasOwnSettings } from "../../delivery/webhook-settings";
import type { Accepted } from "../audit-report";
import type { AuditVerdict } from "../verdict";
import type { JudgingOptions } from "./judging-options";
import type { ServiceFacts } from "./service-facts";

/** The outcome of judging a service. */
interface Judged {
  readonly violations: readonly unknown[];
  readonly differences: readonly unknown[];
  /** Why it cannot be judged where events arrive; undefined if it can. */
  readonly unjudged: string | undefined;
}

/**
 * The first verdict that applies. One that is accepted, or that the audit does not fail for, gives way to a later one that
 * fails: it must not hide a drift.
 */
export function verdictOf(
  facts: ServiceFacts,
  judged: Judged,
  { acceptances, failOn }: JudgingOptions,
): { readonly verdict: AuditVerdict; readonly accepted: Accepted | null } {
  const { chatServiceSid: sid, friendlyName } = facts;
  const applying = applyingVerdicts(facts, judged).map((verdict) => ({
    verdict,
    accepted: acceptances.ofVerdict(verdict, { sid, friendlyName }),
  }));
  const first = applying[0] ?? { verdict: "ok", accepted: null };
  const isFailing = ({ verdict, accepted }: typeof first) =>
    accepted === null && (verdict === "unreadable" || (failOn as readonly AuditVerdict[]).includes(verdict));
  return applying.find(isFailing) ?? first;
}

/** All verdicts that apply, in their order. */
function applyingVerdicts(
  { live, recorded, isTracked }: ServiceFacts,
  { violations, differences, unjudged }: Judged,
): readonly AuditVerdict[] {
  if (live.kind === "unreadable" || recorded?.fault !== undefined || unjudged !== undefined) {
    return ["unreadable"];
  }
  if (live.kind === "missing") {
    return ["missing"];
  }
  return [
    ...(violations.length > 0 ? (["violation"] as const) : []),
    ...(differences.length > 0 ? (["drifted"] as const) : []),
    ...(isTracked ? [] : (["untracked"] as const)),
  ];
}

/** Why it cannot be judged where events arrive, if that is so: it depends on what was not read. */
export function unjudgedDelivery(
  { live, recorded, expectation, accountLevel, accountLevelFault }: ServiceFacts,
  { expectedHosts }: JudgingOptions,
) {
  const isDemanded = [recorded?.expectation, expectation?.compiled].some((each) => each?.delivers !== undefined);
  if (
    (!isDemanded && expectedHosts === undefined) ||
    live.kind !== "read" ||
    accountLevel !== undefined ||
    hasOwnSettings(live.values)
  ) {
    return undefined;
  }
  const why = accountLevelFault === undefined ? "" : `: ${accountLevelFault}`;
  const what = isDemanded ? "`delivers`" : "where it leads";
  return `it has no URL of its own, so ${what} depends on its account's webhook configuration, which could not be read${why}`;
}

/** Why it has no other verdict, if it could not be judged. */
export function reasonOf({ live, recorded }: ServiceFacts, unjudged: string | undefined): string | null {
  const reasons = new Set([recorded?.fault, live.kind === "read" ? undefined : live.reason, unjudged]);
  return [...reasons].filter((reason) => reason !== undefined).join("\n") || null;
}
