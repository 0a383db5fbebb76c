// Tested by test/report/html/browser.test.ts
import type { AuditedAccount, AuditNote, AuditReport } from "../../audit/audit-report";
import { accountLabel } from "../../audit/account-label";
import { locationText } from "../../audit/file-location";
import { auditVerdicts, severities, type AuditVerdict } from "../../audit/verdict";
import type { RuleSeverity } from "../../rules/finding";
import { accountFaults, outcomeSentence } from "../report-text";
import { signs } from "./badges";
import { markup, message, nothing, type Markup } from "./markup";

/** The answer: how many services, what is wrong with them, when, and of which accounts and stacks. */
export function summary(report: AuditReport): Markup {
  const { outcome, services, counts, findingCounts, startedAt, tool, failOn } = report;
  // Of an audit that is not complete, the reason is long, and the same each time.
  const [head = "", rest] = ["incomplete", "interrupted"].includes(outcome)
    ? outcomeSentence(report).split(/: (.*)/)
    : [outcomeSentence(report)];
  const when = startedAt.replace(/^(.{10})T(.{5}).*$/, "$1 $2 UTC");
  return markup`<header class="${outcome}"><p class="title">Twilio Conversations webhooks</p>
<h1><span class="sign" aria-hidden="true">${{ passed: "✓", failed: "✕", incomplete: "?", interrupted: "■" }[outcome]}</span> ${message(head)}</h1>${rest === undefined ? nothing : markup`<p class="lead">${message(rest)}</p>`}
<p class="facts"><time datetime="${startedAt}">${when}</time> · ${list(report.accounts.map(accountText))} · ${list(sources(report).map((source) => markup`${source}`))}
<p class="facts">Fails for: ${failOn.length === 0 ? "nothing" : failOn.join(", ")}. By ${tool.name} ${tool.version}</p>
<div class="tiles"><ul aria-label="Services, by verdict">
<li class="total"><a href="#"><b>${services.length.toLocaleString("en-US")}</b> ${services.length === 1 ? "service" : "services"}</a>
${auditVerdicts.map((verdict) => tile("verdict", verdict, counts[verdict]))}</ul>
<ul aria-label="Findings of rules, by severity">
${([...severities, "accepted"] as const).map((severity) => tile("severity", severity, findingCounts[severity]))}</ul></div></header>
${notes("Not read", "problems", [...report.problems, ...accountFaults(report)])}${notes("Warnings", "warnings", report.warnings)}`;
}

function tile(filter: string, name: AuditVerdict | RuleSeverity | "accepted", count: number): Markup {
  const label = count === 1 || !(severities as readonly string[]).includes(name) ? name : `${name}s`;
  return markup`<li class="t-${count === 0 ? "none" : name}"><a href="#${filter}=${name}"><b>${count.toLocaleString("en-US")}</b> <span>${signs[name]}</span> ${label}</a>
`;
}

function accountText({ account, accountSid }: AuditedAccount): Markup {
  return markup`<a href="#accounts">${accountLabel(account)}</a>${accountSid === null ? nothing : markup` <code>${accountSid}</code>`}`;
}

/** The stacks and states of which services are in the report. */
function sources({ services }: AuditReport): readonly string[] {
  const names = services.flatMap(({ source }) =>
    source.kind === "stack" ? [source.stack] : source.kind === "state" ? [source.file] : [],
  );
  return [...new Set(names)];
}

function list(items: readonly Markup[]): Markup {
  const most = 8;
  const rest = items.length - most;
  return items.length === 0
    ? markup`no stack`
    : markup`${items.slice(0, most).map((item, index) => (index === 0 ? item : markup`, ${item}`))}${rest > 0 ? ` and ${rest.toLocaleString("en-US")} more` : ""}`;
}

function notes(heading: string, kind: string, all: readonly AuditNote[]): Markup {
  return all.length === 0
    ? nothing
    : markup`<section class="notes ${kind}"><h2>${heading}</h2><ul>${all.map(
        ({ subject, message: text, place }) =>
          markup`<li><b>${place !== null && place.line !== null ? locationText(place) : subject}</b><pre>${message(text)}</pre>`,
      )}</ul></section>
`;
}
