import { styleText } from "node:util";
import { isFailingService, type AuditedAccount, type AuditedService, type AuditReport } from "../audit/audit-report";
import type { AuditVerdict } from "../audit/verdict";
import { displayedText } from "../text/displayed-text";
import type { RenderOptions } from "./render-options";
import { padded, widthOf, wrapped } from "./wrapped-text";
import {
  accountDetails,
  accountFaults,
  accountsWithFindings,
  accountText,
  countsText,
  detailsOf,
  isFailingAccount,
  noteText,
  outcomeSentence,
  worstLast,
  type Detail,
} from "./report-text";

type Style = Parameters<typeof styleText>[0];

const verdictStyles: Readonly<Record<AuditVerdict, Style>> = {
  unreadable: "magenta",
  missing: "red",
  violation: "red",
  drifted: "yellow",
  untracked: "cyan",
  ok: "green",
};

/** Labels that say how bad a finding is. */
const labelStyles: Readonly<Record<string, Style>> = { error: "red", warning: "yellow", note: "cyan" };

const gap = "  ";
const verdictWidth = 10;
const sidWidth = 34;
const labelWidth = 8;
/** In a window that is narrower, what would stand side by side stands one below the other. */
const narrowest = verdictWidth + gap.length + sidWidth;

/** A table for people: a block for each service, the worst last, next to a terminal's prompt. */
export function renderTable(report: AuditReport, options: RenderOptions): string {
  const paint = (style: Style, text: string) =>
    options.colours ? styleText(style, text, { validateStream: false }) : text;
  const services = worstLast(report).filter((service) => !options.quiet || isFailingService(service, report));
  const accounts = accountsWithFindings(report).filter(
    (account) => !options.quiet || isFailingAccount(account, report),
  );
  const problems = [...report.problems, ...accountFaults(report)];
  const note = (label: string, style: Style, text: string) =>
    labelled(label, text.split("\n"), options.width).map((line, index) =>
      index === 0 ? paint(style, line.slice(0, label.length)) + line.slice(label.length) : line,
    );
  const lines = [
    ...(services.length > 0 && !isNarrow(options) ? [paint("bold", header(options)), ""] : []),
    ...services.flatMap((service) => [...block(service, options, paint), ""]),
    ...accounts.flatMap((account) => [...accountBlock(account, options, paint), ""]),
    ...report.warnings.flatMap((each) => note("warning: ", "yellow", noteText(each))),
    ...problems.flatMap((each) => note("not read: ", "magenta", noteText(each))),
    ...wrapped(countsText(report), options.width),
    ...wrapped(outcomeSentence(report), options.width),
  ];
  return `${lines.join("\n").trimEnd()}\n`;
}

function isNarrow({ width }: RenderOptions): boolean {
  return width !== undefined && width < narrowest;
}

function header(options: RenderOptions): string {
  return row("VERDICT", "SERVICE", "NAME", options);
}

function row(verdict: string, sid: string, name: string, { width }: RenderOptions): string {
  // A damaged state may have a longer text in place of a SID.
  const shown = width === undefined ? sid : clipped(sid, sidWidth);
  const start = `${padded(verdict, verdictWidth)}${gap}${padded(shown, sidWidth)}`;
  const room = width === undefined ? Number.POSITIVE_INFINITY : width - widthOf(start) - gap.length;
  return room < 1 ? start : `${start}${gap}${clipped(name, room)}`.trimEnd();
}

function clipped(text: string, room: number): string {
  if (widthOf(text) <= room) {
    return text;
  }
  let short = "";
  for (const character of text) {
    if (widthOf(short + character) > room - 3) {
      break;
    }
    short += character;
  }
  return `${short}...`.slice(0, Math.max(room, 0));
}

function block(
  service: AuditedService,
  options: RenderOptions,
  paint: (style: Style, text: string) => string,
): readonly string[] {
  const { verdict, friendlyName } = service;
  const chatServiceSid = displayedText(service.chatServiceSid);
  const name = friendlyName === null ? "" : displayedText(friendlyName);
  const colour = (line: string) =>
    paint(verdictStyles[verdict], line.slice(0, verdict.length)) + line.slice(verdict.length);
  if (isNarrow(options)) {
    const head = [
      verdict,
      ...wrapped(chatServiceSid, options.width),
      ...(name === "" ? [] : wrapped(name, options.width)),
    ];
    return [
      colour(head[0] ?? ""),
      ...head.slice(1),
      ...detailsOf(service).flatMap((detail) => details(detail, "", options, paint)),
    ];
  }
  const indent = " ".repeat(verdictWidth + gap.length);
  return [
    colour(row(verdict, chatServiceSid, name, options)),
    ...detailsOf(service).flatMap((detail) => details(detail, indent, options, paint)),
  ];
}

function accountBlock(
  account: AuditedAccount,
  options: RenderOptions,
  paint: (style: Style, text: string) => string,
): readonly string[] {
  const indent = isNarrow(options) ? "" : " ".repeat(verdictWidth + gap.length);
  return [
    ...wrapped(accountText(account), options.width),
    ...accountDetails(account).flatMap((detail) => details(detail, indent, options, paint)),
  ];
}

function details(
  { label, lines }: Detail,
  indent: string,
  { width }: RenderOptions,
  paint: (style: Style, text: string) => string,
): readonly string[] {
  const room = width === undefined ? undefined : Math.max(1, width - indent.length - labelWidth - gap.length);
  const text = withoutLostCarets(lines, room).flatMap((line) => wrapped(line, room));
  return text.map((line, index) => {
    const start = padded(index === 0 ? label : "", labelWidth);
    return `${indent}${index === 0 ? paint(labelStyles[label] ?? "dim", start) : start}${gap}${line}`.trimEnd();
  });
}

/** A caret under a line that is broken into several would point at nothing. */
function withoutLostCarets(lines: readonly string[], room: number | undefined): readonly string[] {
  return lines.filter((line, index) => {
    const above = lines[index - 1] ?? "";
    return room === undefined || !/^\s*\^ /.test(line) || (widthOf(above) <= room && widthOf(line) <= room);
  });
}

function labelled(label: string, lines: readonly string[], width: number | undefined): readonly string[] {
  const indent = "  ";
  const room = width === undefined ? undefined : Math.max(1, width - indent.length);
  const [first = "", ...rest] = lines;
  const [start = "", ...more] = wrapped(label + first, width);
  return [start, ...[...more, ...rest].flatMap((line) => wrapped(line.trimStart(), room)).map((line) => indent + line)];
}
