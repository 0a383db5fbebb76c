// Tested by test/report/text-from-outside.test.ts
import type { AuditReport } from "../audit/audit-report";
import { renderGithub } from "./github";
import { renderHtml } from "./html/render-html";
import { renderJson } from "./json";
import { renderJunit } from "./junit";
import type { RenderOptions } from "./render-options";
import { renderMarkdown } from "./markdown";
import { renderSarif } from "./sarif";
import { renderTable } from "./table";

/** The formats of a report. */
export const formatNames = ["table", "json", "junit", "sarif", "markdown", "github", "html"] as const;

/** One of them. */
export type FormatName = (typeof formatNames)[number];

const renderers: Readonly<Record<FormatName, (report: AuditReport, options: RenderOptions) => string>> = {
  table: renderTable,
  json: renderJson,
  junit: renderJunit,
  sarif: renderSarif,
  markdown: renderMarkdown,
  github: renderGithub,
  html: renderHtml,
};

/** The report in a format; unless it is empty, it ends in a line break. */
export function render(format: FormatName, report: AuditReport, options: RenderOptions): string {
  return renderers[format](report, options);
}
