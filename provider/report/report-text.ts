// Tested by test/report/table.test.ts
import { accountLabel } from "../audit/account-label";
import type { AuditedService, AuditNote, AuditReport, AuditSource, ShownValues } from "../audit/audit-report";
import { locationText } from "../audit/file-location";
import { auditVerdicts, type AuditVerdict } from "../audit/verdict";
import { printableJson, printableText } from "../text/printable";
import { secretPlaceholder } from "../text/secret-placeholder";
import { displayedLines, displayedText } from "../text/displayed-text";

/** The values of a webhook configuration that are shown in a line. */
type Shown = ShownValues<{
  readonly preWebhookUrl: string | null;
  readonly postWebhookUrl: string | null;
  readonly filters: readonly string[] | null;
  readonly method: string | null;
}>;

/** One fact about a service. */
export interface Detail {
  readonly label: string;
  readonly lines: readonly string[];
}

/** `stack dev, resource chat, account eu` */
export function sourceText(source: AuditSource, account: string | null): string {
  const named = account === null || source.kind === "account" ? "" : `, ${displayedText(accountLabel(account))}`;
  return originText(source, account) + named;
}

function originText(source: AuditSource, account: string | null): string {
  switch (source.kind) {
    case "stack":
      return `stack ${displayedText(source.stack)}, resource ${displayedText(source.resource)}`;
    case "state":
      return `state ${displayedText(source.file)}, resource ${displayedText(source.resource)}`;
    case "expectations":
      return displayedText(locationText(source));
    case "account":
      return displayedText(accountLabel(account));
  }
}

/** `IS… (Support chat)` */
export function serviceText({ chatServiceSid, friendlyName }: AuditedService): string {
  const sid = displayedText(chatServiceSid);
  return friendlyName === null ? sid : `${sid} (${displayedText(friendlyName)})`;
}

/** Why a service has its verdict, in lines; none if it is ok. */
export function findings(service: AuditedService): readonly string[] {
  const { verdict, violations, differences, reason } = service;
  switch (verdict) {
    case "unreadable":
    case "missing":
      return displayedLines(reason ?? "");
    case "violation":
      return violations.flatMap(({ message, of, place }) => {
        const whose =
          of === "stack" ? "the stack's own expectation" : displayedText(place === null ? "" : locationText(place));
        return [...displayedLines(message), `  (by ${whose})`];
      });
    case "drifted":
      return differences.map(differenceText);
    case "untracked":
      return ["no stack, state or expectations file names it"];
    case "ok":
      return [];
  }
}

/** Everything that a report says about a service. */
export function detailsOf(service: AuditedService): readonly Detail[] {
  const { verdict, recorded, live, accountLevel, differences, remediation } = service;
  const isSame = recorded !== null && live !== null && differences.length === 0;
  const details: readonly (Detail | undefined)[] = [
    { label: "source", lines: [sourceText(service.source, service.account)] },
    recorded && { label: isSame ? "both" : "recorded", lines: [valuesText(recorded)] },
    live && !isSame ? { label: "live", lines: [valuesText(live)] } : undefined,
    accountLevel && hasSettings(accountLevel)
      ? { label: "account", lines: [`${valuesText(accountLevel)}${targetText(accountLevel.target)}`] }
      : undefined,
    verdict === "ok" ? undefined : { label: "finding", lines: findings(service) },
    verdict === "violation" && differences.length > 0
      ? { label: "drift", lines: differences.map(differenceText) }
      : undefined,
    remediation.length > 0
      ? { label: "remedy", lines: remediation.flatMap((step) => displayedLines(step)) }
      : undefined,
  ].map((detail) => detail ?? undefined);
  return details.filter((detail) => detail !== undefined);
}

/** `pre https://…, post https://…, POST, 3 events`: the values that are set. */
function valuesText({ preWebhookUrl, postWebhookUrl, filters, method }: Shown): string {
  const events = filters === null || typeof filters === "string" ? filters : countText(filters.length, "event");
  const parts = [
    preWebhookUrl && `pre ${printableText(preWebhookUrl)}`,
    postWebhookUrl && `post ${printableText(postWebhookUrl)}`,
    method && printableText(method),
    filters === secretPlaceholder ? `events ${secretPlaceholder}` : events,
  ];
  return parts.filter((part) => part !== null).join(", ") || "never configured";
}

/** `stack dev: no stack named 'dev' found` */
export function noteText({ subject, message, place }: AuditNote): string {
  const where = place !== null && place.line !== null ? locationText(place) : subject;
  const [first = "", ...rest] = displayedLines(message);
  return [`${displayedText(where)}: ${first}`, ...rest].join("\n");
}

/** `5 services: 1 violation, 4 ok` */
export function countsText({ services, counts }: AuditReport): string {
  const text = verdictCounts(counts, auditVerdicts);
  return `${countText(services.length, "service")}${text === "" ? "" : `: ${text}`}`;
}

/** `2 violations, 1 drifted`: how many services have which of the verdicts, those of none left out. */
export function verdictCounts(counts: AuditReport["counts"], verdicts: readonly AuditVerdict[]): string {
  return verdicts
    .filter((verdict) => counts[verdict] > 0)
    .map((verdict) =>
      verdict === "violation"
        ? countText(counts[verdict], verdict)
        : `${counts[verdict].toLocaleString("en-US")} ${verdict}`,
    )
    .join(", ");
}

/** `failed: 2 violations, 1 drifted` */
export function outcomeText({ outcome, failOn, counts }: AuditReport): string {
  switch (outcome) {
    case "passed":
      return "passed";
    case "failed":
      return `failed: ${verdictCounts(
        counts,
        auditVerdicts.filter((verdict) => (failOn as readonly string[]).includes(verdict)),
      )}`;
    case "incomplete":
      return "not complete: not everything could be read, and what could not be read never counts as ok";
    case "interrupted":
      return "stopped: this is what it had found by then";
  }
}

/** `The audit failed: 2 violations, 1 drifted.` */
export function outcomeSentence(report: AuditReport): string {
  const verb = { passed: "", failed: "", incomplete: "is ", interrupted: "was " }[report.outcome];
  return `The audit ${verb}${outcomeText(report)}.`;
}

/** The accounts whose own configuration could not be read. */
export function accountFaults({ accounts }: AuditReport): readonly AuditNote[] {
  return accounts.flatMap(({ account, error }) =>
    error === null ? [] : [{ subject: accountLabel(account), message: error, place: null }],
  );
}

/** Whether a service's verdict makes the audit fail, or leaves it incomplete. */
export function isFailing({ verdict }: AuditedService, { failOn }: AuditReport): boolean {
  return verdict === "unreadable" || (failOn as readonly string[]).includes(verdict);
}

function differenceText({ property, recorded, live }: AuditedService["differences"][number]): string {
  return `${property}: recorded ${printableJson(recorded)}, live ${printableJson(live)}`;
}

function targetText(target: string | null): string {
  return target === null || target === "webhook" ? "" : `, target ${printableText(target)}`;
}

function hasSettings({ preWebhookUrl, postWebhookUrl, target }: NonNullable<AuditedService["accountLevel"]>): boolean {
  return preWebhookUrl !== null || postWebhookUrl !== null || (target !== null && target !== "webhook");
}

function countText(count: number, noun: string): string {
  return `${count.toLocaleString("en-US")} ${noun}${count === 1 ? "" : "s"}`;
}
