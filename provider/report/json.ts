import type { AuditReport } from "../audit/audit-report";

/** The report as `schemas/audit-report.schema.json` describes it. */
export function renderJson(report: AuditReport): string {
  return `${JSON.stringify(report, null, 2)}\n`;
}
