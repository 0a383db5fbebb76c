// Tested by test/audit/snapshot.test.ts
import { displayedText } from "../../text/displayed-text";
import { printableJson } from "../../text/printable";
import { secretPlaceholder } from "../../text/secret-placeholder";
import { accountLabel } from "../account-label";
import type { AuditFinding, AuditReport } from "../audit-report";
import { expectationOfLive, type SnapshotDetail } from "./expectation-of";
import type { Snapshot, SnapshotService } from "./take-snapshot";

/** How a snapshot is written. */
export interface SnapshotTextOptions {
  readonly detail: SnapshotDetail;
  /** Whether what rules find today is accepted. */
  readonly acceptFindings: boolean;
}

const longestComment = 200;

/** An expectations file of what is live. */
export function expectationsText({ report, services }: Snapshot, options: SnapshotTextOptions): string {
  const written = services.filter(({ audited, live }) => live !== undefined && isNamed(audited));
  const leftOut = services.filter((service) => !written.includes(service));
  const day = report.startedAt.slice(0, "2026-12-31".length);
  const lines = [
    `# ${displayedText(report.tool.name)} ${displayedText(report.tool.version)}: what was live on ${day}, as expectations.`,
    "# yaml-language-server: $schema=./node_modules/pulumi-twilio-conversations/schemas/expectations.schema.json",
    ...leftOut.map(leftOutLine),
    "services:",
    ...written.flatMap((service) => serviceLines(service, options.detail)),
    ...(options.acceptFindings ? acceptanceLines(report, written, day) : []),
  ];
  return `${lines.join("\n")}\n`;
}

function isNamed({ chatServiceSid }: SnapshotService["audited"]): boolean {
  return chatServiceSid !== secretPlaceholder;
}

function leftOutLine({ audited, live }: SnapshotService): string {
  return live === undefined
    ? `# ${displayedText(audited.chatServiceSid)} is left out: Twilio has no such service.`
    : "# A service whose SID is secret is left out.";
}

function serviceLines({ audited, live }: SnapshotService, detail: SnapshotDetail): readonly string[] {
  if (live === undefined) {
    return [];
  }
  const { friendlyName, account, chatServiceSid } = audited;
  const name = [friendlyName, account === null ? null : accountLabel(account)].filter((text) => text !== null);
  const { expectation, remarks } = expectationOfLive(live, detail);
  const properties = [...new Set([...Object.keys(expectation), ...remarks.keys()])];
  return [
    ...(name.length === 0 ? [] : [`  # ${comment(name.join(", "))}`]),
    `  ${chatServiceSid}:`,
    ...properties.flatMap((property) => {
      const remark = remarks.get(property);
      const value: unknown = expectation[property as keyof typeof expectation];
      return [
        ...(remark === undefined ? [] : [`    # ${property}: ${remark}`]),
        ...(value === undefined ? [] : [`    ${property}: ${flow(value)}`]),
      ];
    }),
  ];
}

/** One line, without anything that could end it. */
function comment(text: string): string {
  const shown = displayedText(text);
  return shown.length > longestComment ? `${[...shown].slice(0, longestComment).join("")}...` : shown;
}

/** A value in YAML's flow style: plain where nobody could read it otherwise, else quoted, with JSON's escapes. */
function flow(value: unknown): string {
  if (typeof value === "string") {
    return isPlain(value) ? value : printableJson(value);
  }
  if (Array.isArray(value)) {
    return `[${value.map(flow).join(", ")}]`;
  }
  return typeof value === "object" && value !== null
    ? `{ ${Object.entries(value)
        .map(([key, part]) => `${key}: ${flow(part)}`)
        .join(", ")} }`
    : String(value);
}

function isPlain(text: string): boolean {
  return (
    (/^on[A-Z][A-Za-z]*$/.test(text) || /^(?:https?:\/)?\/[\w./~%-]*\w$|^(?:GET|POST|https?)$/.test(text)) &&
    text.length <= 1_000
  );
}

function acceptanceLines(report: AuditReport, written: readonly SnapshotService[], day: string): readonly string[] {
  const sids = new Set(written.map(({ audited }) => audited.chatServiceSid));
  const entries = [
    ...report.services
      .filter(({ chatServiceSid }) => sids.has(chatServiceSid))
      .flatMap(({ chatServiceSid, findings }) =>
        findings.map((found) => [found, `service: ${chatServiceSid}`] as const),
      ),
    ...report.accounts.flatMap(({ account, findings }) =>
      findings.map((found) => [found, `account: ${account ?? "default"}`] as const),
    ),
  ];
  const unique = new Map(entries.map(([found, subject]) => [`${found.rule} ${subject}`, [found, subject] as const]));
  return unique.size === 0
    ? []
    : ["accept:", ...[...unique.values()].flatMap(([found, subject]) => acceptance(found, subject, day))];
}

function acceptance({ rule, message }: AuditFinding, subject: string, day: string): readonly string[] {
  return [
    `  # ${comment(message)}`,
    `  - rule: ${rule}`,
    `    ${subject}`,
    `    reason: "found on ${day}: say why it may be so"`,
  ];
}
