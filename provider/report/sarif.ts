import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, Notification, ReportingDescriptor, Result } from "sarif";
import { exitCodeOf, type AuditedService, type AuditNote, type AuditReport } from "../audit/audit-report";
import type { FileLocation } from "../audit/file-location";
import { auditVerdicts, type AuditVerdict } from "../audit/verdict";
import { displayedLines, displayedText } from "../text/displayed-text";
import { findingLocation } from "./finding-location";
import type { RenderOptions } from "./render-options";
import { repositoryPath, type Repository } from "./repository-path";
import { jsonText } from "./json";
import { sarifRules } from "./sarif-rules";
import { accountFaults, findings, isFailing, noteText, serviceText, sourceText } from "./report-text";

type Finding = Exclude<AuditVerdict, "ok">;

const sourceRoot = "%SRCROOT%";
const findingVerdicts = auditVerdicts.filter((verdict): verdict is Finding => verdict !== "ok");

/**
 * SARIF 2.1.0, with a result for each finding. A finding without a place in a file is put on the project file: code
 * scanning shows no result without one.
 *
 * The run has no `automationDetails`. Code scanning takes its id for the category of the upload, before the `category`
 * that the workflow gives: a fixed one would make the uploads of several stacks replace each other. Without it the
 * action makes a category of the workflow, the job and its matrix.
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 * @see https://docs.github.com/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning
 */
export function renderSarif(report: AuditReport, { repository }: Pick<RenderOptions, "repository">): string {
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
        // Its URI is left out: it is a path of the machine that ran the audit.
        originalUriBaseIds: { [sourceRoot]: { description: { text: "The top folder of the repository." } } },
        columnKind: "utf16CodeUnits",
        invocations: [
          {
            executionSuccessful: report.outcome === "passed" || report.outcome === "failed",
            exitCode: exitCodeOf(report),
            startTimeUtc: report.startedAt,
            toolExecutionNotifications: [
              ...[...report.problems, ...accountFaults(report)].map((note) => notification(note, "error", repository)),
              ...report.warnings.map((note) => notification(note, "warning", repository)),
            ],
          },
        ],
        results: report.services.flatMap((service) => result(service, report, repository) ?? []),
      },
    ],
  };
  return jsonText(log);
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

function result(service: AuditedService, report: AuditReport, repository: Repository): Result | undefined {
  const { verdict } = service;
  if (verdict === "ok") {
    return undefined;
  }
  const ruleId = sarifRules[verdict].id;
  const projectFile = { file: repository.projectFile, line: null, column: null };
  const text = [
    `${verdict}: ${serviceText(service)}, ${sourceText(service.source, service.account)}`,
    ...findings(service),
    ...service.remediation.flatMap(displayedLines),
  ];
  return {
    ruleId,
    ruleIndex: findingVerdicts.indexOf(verdict),
    level: isFailing(service, report) ? "error" : "note",
    message: { text: messageText(text.join("\n")) },
    locations: [location(findingLocation(service) ?? projectFile, service, repository)],
    // The only key that code scanning looks at. By itself it would hash the text of the line there, which is one and the
    // same for all services that share an expectation: the alert of one would be that of all.
    partialFingerprints: { primaryLocationLineHash: fingerprint(ruleId, service) },
  };
}

/**
 * The same for the same finding in the next audit, wherever its expectation has moved to by then; another one for another
 * service, rule or stack, and for another value that is found: who dismisses one violation has not seen the next.
 */
function fingerprint(ruleId: string, service: AuditedService): string {
  const { verdict, chatServiceSid, source, account, violations, differences } = service;
  const where = "urn" in source ? [source.kind === "stack" ? source.stack : source.file, source.urn] : source.kind;
  const what =
    verdict === "violation"
      ? violations.map(({ property, condition, found }) => [property, condition, found])
      : verdict === "drifted"
        ? differences.map(({ property, live }) => [property, live])
        : [];
  const hash = createHash("sha256").update(JSON.stringify([ruleId, chatServiceSid, where, account, what]));
  // As the action writes it: a hash, and which of several with the same hash it is.
  return `${hash.digest("hex").slice(0, 32)}:1`;
}

/** A text in which `[a](b)` is not a link, as SARIF writes it. */
function messageText(text: string): string {
  return text.replace(/\[(?=[^[\]]*\]\()/g, "\\[");
}

function location(place: FileLocation, { source, chatServiceSid }: AuditedService, repository: Repository): Location {
  const logical =
    "urn" in source
      ? { fullyQualifiedName: displayedText(source.urn), name: displayedText(source.resource) }
      : { name: displayedText(chatServiceSid) };
  return { ...physical(place, repository), logicalLocations: [{ ...logical, kind: "resource" }] };
}

function physical({ file, line, column }: FileLocation, repository: Repository): Location {
  const path = repositoryPath(file, repository);
  const artifactLocation =
    path === undefined
      ? { uri: pathToFileURL(resolve(repository.workDir, file)).href }
      : { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: sourceRoot };
  const region = { startLine: line ?? 1, ...(column === null ? {} : { startColumn: column }) };
  return { physicalLocation: { artifactLocation, region } };
}

function notification(note: AuditNote, level: "error" | "warning", repository: Repository): Notification {
  return {
    level,
    message: { text: messageText(noteText(note)) },
    ...(note.place === null ? {} : { locations: [physical(note.place, repository)] }),
  };
}
