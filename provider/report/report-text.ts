// Tested by test/report/table.test.ts
import { accountLabel } from "../audit/account-label";
import {
  isFailingFinding,
  isFailingService,
  type Accepted,
  type AuditedAccount,
  type AuditedService,
  type AuditFinding,
  type AuditNote,
  type AuditReport,
  type AuditSource,
  type AuditViolation,
  type ShownValues,
} from "../audit/audit-report";
import { locationText } from "../audit/file-location";
import { auditVerdicts, severities, type AuditVerdict } from "../audit/verdict";
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
      return violations.flatMap((violation) => [
        ...displayedLines(violation.message),
        `  (by ${displayedText(expectedBy(violation))})`,
      ]);
    case "drifted":
      return differences.map(differenceText);
    case "untracked":
      return ["no stack, state or expectations file names it"];
    case "ok":
      return [];
  }
}

/** `expectations.yaml:12:5`: whose expectation a violation breaks. */
export function expectedBy({ of, place }: AuditViolation): string {
  if (place !== null) {
    return locationText(place);
  }
  return of === "audit" ? "--expect-host" : "the stack's own expectation";
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
    service.accepted && { label: "accepted", lines: [`${verdict}: ${acceptedText(service.accepted)}`] },
    verdict === "violation" && differences.length > 0
      ? { label: "drift", lines: differences.map(differenceText) }
      : undefined,
    remediation.length > 0
      ? { label: "remedy", lines: remediation.flatMap((step) => displayedLines(step)) }
      : undefined,
  ].map((detail) => detail ?? undefined);
  return [...details.filter((detail) => detail !== undefined), ...service.findings.map(findingDetail)];
}

/** A rule's finding: under its severity, or as accepted. */
function findingDetail(finding: AuditFinding): Detail {
  const { rule, severity, message, accepted } = finding;
  return accepted === null
    ? { label: severity, lines: [`${rule}: ${message}`, ...remedyLines(finding)] }
    : { label: "accepted", lines: [`${rule}: ${message}`, acceptedText(accepted)] };
}

/** The remedy of a finding, in lines. */
export function remedyLines({ remediation }: AuditFinding): readonly string[] {
  return displayedLines(remediation).map((line) => `  ${line}`);
}

/** `load test until the launch (until 2026-12-31, by expectations.yaml:12:5)` */
export function acceptedText({ reason, until, place }: Accepted): string {
  const by = `by ${locationText(place)}`;
  return displayedText(`${reason} (${until === null ? by : `until ${until}, ${by}`})`);
}

/** The accounts of which rules have found something. */
export function accountsWithFindings({ accounts }: AuditReport): readonly AuditedAccount[] {
  return accounts.filter(({ findings: found }) => found.length > 0);
}

/** `account eu`, `the default account (AC…)` */
export function accountText({ account, accountSid }: AuditedAccount): string {
  return displayedText(accountSid === null ? accountLabel(account) : `${accountLabel(account)} (${accountSid})`);
}

/** Everything there is to say about an account's own configuration. */
export function accountDetails({ configuration, findings: found }: AuditedAccount): readonly Detail[] {
  return [
    ...(configuration === null
      ? []
      : [{ label: "live", lines: [`${valuesText(configuration)}${targetText(configuration.target)}`] }]),
    ...found.map(findingDetail),
  ];
}

/** Whether a finding of an account's own configuration makes the audit fail. */
export function isFailingAccount({ findings: found }: AuditedAccount, report: AuditReport): boolean {
  return found.some((finding) => isFailingFinding(finding, report));
}

/** The services, the worst first: those that fail, then by their verdicts. */
export function worstFirst(report: AuditReport): readonly AuditedService[] {
  return groupsWorstFirst(report).flat();
}

/** The services, the worst last, next to a terminal's prompt. */
export function worstLast(report: AuditReport): readonly AuditedService[] {
  return [...groupsWorstFirst(report)].reverse().flat();
}

function groupsWorstFirst(report: AuditReport): readonly (readonly AuditedService[])[] {
  return [true, false].flatMap((fails) => {
    const group = report.services.filter((service) => isFailingService(service, report) === fails);
    return auditVerdicts.map((verdict) => group.filter((service) => service.verdict === verdict));
  });
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

/** `5 services: 1 violation, 4 ok; rules found 2 errors, 1 note` */
export function countsText({ services, counts, findingCounts, reach }: AuditReport): string {
  const text = verdictCounts(counts, auditVerdicts);
  const found = [
    ...severities
      .filter((severity) => findingCounts[severity] > 0)
      .map((severity) => countText(findingCounts[severity], severity)),
    ...(findingCounts.accepted > 0 ? [`${findingCounts.accepted.toLocaleString("en-US")} accepted`] : []),
  ];
  return [
    `${countText(services.length, "service")}${text === "" ? "" : `: ${text}`}`,
    ...(found.length === 0 ? [] : [`rules found ${found.join(", ")}`]),
    ...(reach === null ? [] : [reachText(reach)]),
  ].join("; ");
}

/** `12 hosts looked at, 1 of them in vain` */
function reachText({ hosts, unknown }: NonNullable<AuditReport["reach"]>): string {
  const failed = unknown === 0 ? "" : `, ${unknown.toLocaleString("en-US")} of them in vain`;
  return `${countText(hosts, "host")} looked at${failed}`;
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
export function outcomeText(report: AuditReport): string {
  switch (report.outcome) {
    case "passed":
      return "passed";
    case "failed":
      return `failed: ${failureText(report)}`;
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

/** `2 violations, 1 error` */
function failureText({ services, failOn, findingCounts }: AuditReport): string {
  const counts = Object.fromEntries(auditVerdicts.map((verdict) => [verdict, 0])) as Record<AuditVerdict, number>;
  services.filter(({ accepted }) => accepted === null).forEach(({ verdict }) => (counts[verdict] += 1));
  const verdicts = verdictCounts(
    counts,
    auditVerdicts.filter((verdict) => (failOn as readonly string[]).includes(verdict)),
  );
  const found = severities
    .filter((severity) => failOn.includes(severity) && findingCounts[severity] > 0)
    .map((severity) => countText(findingCounts[severity], severity));
  return [...(verdicts === "" ? [] : [verdicts]), ...found].join(", ");
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
