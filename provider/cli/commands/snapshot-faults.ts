// Tested by test/cli/snapshot-command.test.ts
import type { AuditReport } from "../../audit/audit-report";
import { accountFaults, noteText, serviceText } from "../../report/report-text";
import { displayedLines } from "../../text/displayed-text";

/** The lines about everything that could not be read. */
export function faultLines(report: AuditReport): readonly string[] {
  return [
    ...[...report.problems, ...accountFaults(report)].map((each) => `not read: ${noteText(each)}\n`),
    ...report.services
      .filter(({ verdict }) => verdict === "unreadable")
      .map((service) => `not read: ${serviceText(service)}: ${displayedLines(service.reason ?? "").join("\n  ")}\n`),
  ];
}
