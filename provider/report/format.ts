import type { AuditReport } from "../audit/audit-report";
import { renderGithub } from "./github";
import { renderJson } from "./json";
import { renderJunit } from "./junit";
import type { RenderOptions } from "./render-options";
import { renderMarkdown } from "./markdown";
import { renderSarif } from "./sarif";
import { renderTable } from "./table";

/** The forms of a report. */
export const formatNames = ["table", "json", "junit", "sarif", "markdown", "github"] as const;

/** A form of a report. */
export type FormatName = (typeof formatNames)[number];

const renderers: Readonly<Record<FormatName, (report: AuditReport, options: RenderOptions) => string>> = {
  table: renderTable,
  json: renderJson,
  junit: renderJunit,
  sarif: renderSarif,
  markdown: renderMarkdown,
  github: renderGithub,
};

/** The report in a form; what is not empty ends in a line break. */
export function render(format: FormatName, report: AuditReport, options: RenderOptions): string {
  return renderers[format](report, options);
}
