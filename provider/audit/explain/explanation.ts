// Tested by test/cli/explain-command.test.ts
import type { EventDelivery } from "../../delivery/event-delivery";
import { hasOwnSettings } from "../../delivery/webhook-settings";
import { isFailingFinding, isFailingService, type AuditedService, type AuditReport } from "../audit-report";
import { shownEvents } from "../shown-events";

/** The version of an explanation's form. A change that a reader of an older one would notice makes it another one. */
export const explanationVersion = 1;

/** The verdict on the service, from one source. */
export interface ExplainedService {
  /** As an audit's report has it. */
  readonly service: AuditedService;
  /** Who is told of which event; null if the service was not read, or its list of events is secret. */
  readonly events: readonly EventDelivery[] | null;
}

/** An audit's report on one service, and who is told of its events. Secrets are masked as in the report. */
export interface Explanation {
  readonly report: AuditReport;
  readonly explained: readonly ExplainedService[];
}

/**
 * Explains what an audit found of a service. The account's own findings count only where its settings apply. It is not
 * complete while it is not known whose settings do.
 */
export function explanationOf(report: AuditReport): Explanation {
  const explained = report.services.map((service) => ({ service, events: shownEvents(service) }));
  const isInherited = report.services.some(({ live }) => live === null || !hasOwnSettings(live));
  const accounts = isInherited ? report.accounts : report.accounts.map((account) => ({ ...account, findings: [] }));
  const all = [...report.services, ...accounts].flatMap(({ findings }) => findings);
  const findingCounts = { error: 0, warning: 0, note: 0, accepted: 0 };
  for (const { severity, accepted } of all) {
    findingCounts[accepted === null ? severity : "accepted"] += 1;
  }
  const shown = { ...report, accounts, findingCounts };
  return { report: { ...shown, outcome: outcomeOf(shown, explained) }, explained };
}

function outcomeOf(report: AuditReport, explained: readonly ExplainedService[]): AuditReport["outcome"] {
  const { outcome, services, accounts } = report;
  if (outcome === "interrupted" || outcome === "incomplete") {
    return outcome;
  }
  const isUnknown = explained.some(({ events }) =>
    events?.some((event) => event.status === "unknown" && event.reason === "accountUnknown"),
  );
  if (isUnknown) {
    return "incomplete";
  }
  const isFailed =
    services.some((service) => isFailingService(service, report)) ||
    accounts.some(({ findings }) => findings.some((finding) => isFailingFinding(finding, report)));
  return isFailed ? "failed" : "passed";
}
