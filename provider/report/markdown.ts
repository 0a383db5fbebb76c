import {
  isFailingService,
  type AuditedAccount,
  type AuditedService,
  type AuditNote,
  type AuditReport,
} from "../audit/audit-report";
import { auditVerdicts, type AuditVerdict } from "../audit/verdict";
import { displayedText } from "../text/displayed-text";
import {
  accountDetails,
  accountFaults,
  accountsWithFindings,
  accountText,
  countsText,
  detailsOf,
  isFailingAccount,
  noteText,
  outcomeText,
  verdictCounts,
  worstFirst,
} from "./report-text";
import type { Detail } from "./report-text";
import type { RenderOptions } from "./render-options";

/**
 * In bytes. GitHub drops the summary of a step as a whole if it is larger than 1 MiB, with whatever other commands have
 * put there.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions#step-isolation-and-limits
 */
const limit = 1_000_000;
/** Of these, for each list of notes: most of the report is for the services. */
const limitOfNotes = 200_000;

/** A report for a job summary or a comment, the worst first. All that comes from outside is in code spans. */
export function renderMarkdown(report: AuditReport, { quiet }: Pick<RenderOptions, "quiet">): string {
  const services = worstFirst(report);
  const wanted = quiet ? services.filter((service) => isFailingService(service, report)) : services;
  const start = [
    "## Twilio webhooks audit\n",
    `**${outcomeText(report)}**: ${countsText(report)}\n`,
    ...notes("### Not read\n", [...report.problems, ...accountFaults(report)]),
    ...notes("### Warnings\n", report.warnings),
    ...accountTable(accountsWithFindings(report).filter((account) => !quiet || isFailingAccount(account, report))),
  ];
  // The last part is kept for the head of the table and the sentence about what is left out.
  const { lines, leftOut } = fitting(wanted, row, limit - size(start) - 1_000);
  return [
    ...start,
    ...(lines.length > 0 ? ["| Verdict | Service | Details |", "| --- | --- | --- |", ...lines, ""] : []),
    ...(leftOut.length > 0 ? [`${leftOutText(leftOut)}\n`] : []),
  ].join("\n");
}

function accountTable(accounts: readonly AuditedAccount[]): readonly string[] {
  const { lines } = fitting(accounts, accountRow, limitOfNotes);
  return accounts.length === 0 ? [] : ["| Account | Details |", "| --- | --- |", ...lines, ""];
}

function accountRow(account: AuditedAccount): string {
  const cells = [code(accountText(account)), accountDetails(account).map(detailText).join("<br>")];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function notes(heading: string, all: readonly AuditNote[]): readonly string[] {
  const { lines, leftOut } = fitting(all, (note) => `- ${code(noteText(note))}`, limitOfNotes);
  const rest = leftOut.length === 0 ? [] : [`- ${leftOut.length.toLocaleString("en-US")} more, in the other formats`];
  return all.length === 0 ? [] : [heading, ...lines, ...rest, ""];
}

/** The first of the items whose lines take no more than so many bytes, and the others. */
function fitting<Item>(items: readonly Item[], toLine: (item: Item) => string, room: number) {
  const lines: string[] = [];
  let used = 0;
  for (const item of items) {
    const line = toLine(item);
    used += size([line]);
    if (used > room) {
      break;
    }
    lines.push(line);
  }
  return { lines, leftOut: items.slice(lines.length) };
}

function size(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 1, 0);
}

function leftOutText(services: readonly AuditedService[]): string {
  const counts = Object.fromEntries(auditVerdicts.map((verdict) => [verdict, 0])) as Record<AuditVerdict, number>;
  services.forEach(({ verdict }) => (counts[verdict] += 1));
  return (
    `**${services.length.toLocaleString("en-US")} more are left out here** (${verdictCounts(counts, auditVerdicts)}): ` +
    "a job summary may have 1 MiB. All are in the other formats, such as `--format table` and `--format json`."
  );
}

function row(service: AuditedService): string {
  const name = service.friendlyName === null ? [] : [code(displayedText(service.friendlyName))];
  const cells = [
    service.verdict === "ok" ? "ok" : `**${service.verdict}**`,
    [code(displayedText(service.chatServiceSid)), ...name].join("<br>"),
    detailsOf(service).map(detailText).join("<br>"),
  ];
  return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}

function detailText({ label, lines: all }: Detail): string {
  // A caret points at a place in the line above, which is not above it if letters have widths of their own.
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
