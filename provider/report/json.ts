// Tested by test/report/text-from-outside.test.ts
import type { AuditReport } from "../audit/audit-report";
import { escapedControls } from "../text/displayed-text";
import { withoutCommands } from "../text/workflow-command";

/** The report as `schemas/audit-report.schema.json` describes it. */
export function renderJson(report: AuditReport): string {
  return jsonText(report);
}

/**
 * A document in JSON that may be printed on a terminal or in a job's log: what could steer either is written with JSON's
 * escapes, which whoever parses it never sees.
 */
export function jsonText(document: unknown): string {
  const lines = JSON.stringify(document, null, 2).split("\n");
  // Most lines of a large report are plain. None begins with a text from outside, so that `::` needs no look.
  const isPlain = (line: string) => !/[^\x20-\x7e]|##/.test(line);
  return `${lines.map((line) => (isPlain(line) ? line : withoutCommands(escapedControls(line)))).join("\n")}\n`;
}
