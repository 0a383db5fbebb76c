import { createHash } from "node:crypto";
import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, Notification, ReportingDescriptor, Result } from "sarif";
import { exitCodeOf, type AuditedService, type AuditNote, type AuditReport } from "../audit/audit-report";
import type { FileLocation } from "../audit/file-location";
import { auditVerdicts, type AuditVerdict } from "../audit/verdict";
import { findingLocation } from "./finding-location";
import { sarifRules } from "./sarif-rules";
import { accountFaults, findings, isFailing, noteText, serviceText, sourceText } from "./report-text";

type Finding = Exclude<AuditVerdict, "ok">;

/** Where a finding is put that has no place in a file. */
const projectFile: FileLocation = { file: "Pulumi.yaml", line: null, column: null };
const findingVerdicts = auditVerdicts.filter((verdict): verdict is Finding => verdict !== "ok");

/**
 * SARIF 2.1.0, with a result for each finding. Where a finding has no place in a file, it is put on the project file:
 * code scanning shows no result without one.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function renderSarif(report: AuditReport): string {
  const log: Log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "twilio-webhooks",
            semanticVersion: report.tool.version,
            rules: findingVerdicts.map((verdict) => rule(verdict, report)),
          },
        },
        automationDetails: { id: "twilio-webhooks/audit" },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: report.outcome === "passed" || report.outcome === "failed",
            exitCode: exitCodeOf(report),
            startTimeUtc: report.startedAt,
            toolExecutionNotifications: [
              ...[...report.problems, ...accountFaults(report)].map((note) => notification(note, "error")),
              ...report.warnings.map((note) => notification(note, "warning")),
            ],
          },
        ],
        results: report.services.flatMap((service) => result(service, report) ?? []),
      },
    ],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function rule(verdict: Finding, { failOn }: AuditReport): ReportingDescriptor {
  const { id, name, short, full } = sarifRules[verdict];
  const fails = verdict === "unreadable" || (failOn as readonly string[]).includes(verdict);
  return {
    id,
    name,
    shortDescription: { text: short },
    fullDescription: { text: full },
    defaultConfiguration: { level: fails ? "error" : "note" },
  };
}

function result(service: AuditedService, report: AuditReport): Result | undefined {
  const { verdict } = service;
  if (verdict === "ok") {
    return undefined;
  }
  const ruleId = sarifRules[verdict].id;
  const text = [
    `${verdict}: ${serviceText(service)}, ${sourceText(service.source, service.account)}`,
    ...findings(service),
    ...service.remediation,
  ];
  return {
    ruleId,
    ruleIndex: findingVerdicts.indexOf(verdict),
    level: isFailing(service, report) ? "error" : "note",
    message: { text: text.join("\n") },
    locations: [location(findingLocation(service) ?? projectFile, service)],
    partialFingerprints: { "service/v1": fingerprint(ruleId, service) },
  };
}

/** The same for the same finding in the next audit, wherever its expectation has moved to by then. */
function fingerprint(ruleId: string, { chatServiceSid, source, account }: AuditedService): string {
  const where = "urn" in source ? source.urn : source.kind;
  return createHash("sha256")
    .update(JSON.stringify([ruleId, chatServiceSid, where, account]))
    .digest("hex")
    .slice(0, 32);
}

function location(place: FileLocation, { source, chatServiceSid }: AuditedService): Location {
  const logical =
    "urn" in source ? { fullyQualifiedName: source.urn, name: source.resource } : { name: chatServiceSid };
  return { ...physical(place), logicalLocations: [{ ...logical, kind: "resource" }] };
}

function physical({ file, line, column }: FileLocation): Location {
  const artifactLocation = isAbsolute(file)
    ? { uri: pathToFileURL(file).href }
    : { uri: file.split(/[\\/]/).map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
  const region = { startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation, region } };
}

function notification(note: AuditNote, level: "error" | "warning"): Notification {
  return {
    level,
    message: { text: noteText(note) },
    ...(note.place === null ? {} : { locations: [physical(note.place)] }),
  };
}
