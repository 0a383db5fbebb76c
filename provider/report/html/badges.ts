// Tested by test/report/html/browser.test.ts
import type { AuditedService } from "../../audit/audit-report";
import { severities, type AuditVerdict } from "../../audit/verdict";
import type { RuleSeverity } from "../../rules/finding";
import { markup, type Markup } from "./markup";

/** A sign for each verdict and severity: colour is never the only one. */
export const signs: Readonly<Record<AuditVerdict | RuleSeverity | "accepted", string>> = {
  unreadable: "?",
  missing: "∅",
  violation: "✕",
  drifted: "≠",
  untracked: "○",
  ok: "✓",
  error: "✕",
  warning: "▲",
  note: "●",
  accepted: "✓",
};

export function verdictBadge(verdict: AuditVerdict): Markup {
  return markup`<span class=${verdict}>${signs[verdict]} ${verdict}</span>`;
}

/** How many findings there are of each severity, without those that are accepted. */
export function severityBadges(findings: AuditedService["findings"]): readonly Markup[] {
  return severities.flatMap((severity) => {
    const count = findings.filter((finding) => finding.severity === severity && finding.accepted === null).length;
    const noun = count === 1 ? severity : `${severity}s`;
    return count === 0 ? [] : [markup` <span class=${severity}>${signs[severity]} ${count}<i> ${noun}</i></span>`];
  });
}
