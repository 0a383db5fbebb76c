import type { AuditedService, AuditReport } from "../audit/audit-report";
import { auditVerdicts } from "../audit/verdict";
import { displayedText } from "../text/displayed-text";
import type { RenderOptions } from "./render-options";
import { accountFaults, countsText, detailsOf, isFailing, noteText, outcomeText, type Detail } from "./report-text";

/** A report for a job summary or a comment, the worst first. All that comes from outside is in code spans. */
export function renderMarkdown(report: AuditReport, { quiet }: Pick<RenderOptions, "quiet">): string {
  const services = auditVerdicts.flatMap((verdict) => report.services.filter((service) => service.verdict === verdict));
  const shown = quiet ? services.filter((service) => isFailing(service, report)) : services;
  const problems = [...report.problems, ...accountFaults(report)];
  return [
    "## Twilio webhooks audit\n",
    `**${outcomeText(report)}**: ${countsText(report)}\n`,
    ...(problems.length > 0 ? ["### Not read\n", ...problems.map((note) => `- ${code(noteText(note))}`), ""] : []),
    ...(report.warnings.length > 0 && !quiet
      ? ["### Warnings\n", ...report.warnings.map((note) => `- ${code(noteText(note))}`), ""]
      : []),
    ...(shown.length > 0 ? ["| Verdict | Service | Details |", "| --- | --- | --- |", ...shown.map(row), ""] : []),
  ].join("\n");
}

function row(service: AuditedService): string {
  const name = service.friendlyName === null ? [] : [code(displayedText(service.friendlyName))];
  const cells = [
    service.verdict === "ok" ? "ok" : `**${service.verdict}**`,
    [code(service.chatServiceSid), ...name].join("<br>"),
    detailsOf(service).map(detailText).join("<br>"),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function detailText({ label, lines: all }: Detail): string {
  // A caret points at a place in the line above, which is not above it where letters have widths of their own.
  const lines = all.filter((line) => !/^\s*\^ /.test(line));
  return [`${label}: ${code(lines[0] ?? "")}`, ...lines.slice(1).map(code)].join("<br>");
}

/** A code span, which shows a text as it is. */
function code(text: string): string {
  const line = text.replaceAll("\n", " ");
  const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = "`".repeat(longest + 1);
  const padding = longest > 0 ? " " : "";
  return line === "" ? "" : `${fence}${padding}${line}${padding}${fence}`;
}
