import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { pathToFileURL } from "node:url";
import type { Location, Log, Notification, ReportingDescriptor, Result } from "sarif";
import {
  exitCodeOf,
  isFailingService,
  type Accepted,
  type AuditedAccount,
  type AuditedService,
  type AuditFinding,
  type AuditNote,
  type AuditReport,
} from "../audit/audit-report";
import { ruleIds } from "../rules/finding";
import { ruleHelpUri } from "../rules/rule";
import { ruleTable } from "../rules/rule-table";
import type { FileLocation } from "../audit/file-location";
import { auditVerdicts, type AuditVerdict } from "../audit/verdict";
import { displayedLines, displayedText } from "../text/displayed-text";
import { findingLocation } from "./finding-location";
import type { RenderOptions } from "./render-options";
import { repositoryPath, type Repository } from "./repository-path";
import { jsonText } from "./json";
import { sarifRules } from "./sarif-rules";
import {
  acceptedText,
  accountFaults,
  accountText,
  findings,
  noteText,
  remedyLines,
  serviceText,
  sourceText,
} from "./report-text";

type FindingVerdict = Exclude<AuditVerdict, "ok">;

const sourceRoot = "%SRCROOT%";
const findingVerdicts = auditVerdicts.filter((verdict): verdict is FindingVerdict => verdict !== "ok");

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
            rules: [...findingVerdicts.map((verdict) => verdictRule(verdict, report)), ...ruleIds.map(lintRule)],
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
        results: [
          ...report.services.flatMap((service) => [
            ...result(service, report, repository),
            ...service.findings.map((finding) => serviceFinding(finding, service, repository)),
          ]),
          ...report.accounts.flatMap((account) =>
            account.findings.map((finding) => accountFinding(finding, account, repository)),
          ),
        ],
      },
    ],
  };
  return jsonText(log);
}

function verdictRule(verdict: FindingVerdict, { failOn }: AuditReport): ReportingDescriptor {
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

function lintRule(id: (typeof ruleIds)[number]): ReportingDescriptor {
  const { title, help, severity } = ruleTable[id];
  const helpUri = ruleHelpUri(id);
  return {
    id,
    name: id.replace(/(?:^|-)([a-z])/g, (_, letter: string) => letter.toUpperCase()),
    shortDescription: { text: title },
    fullDescription: { text: help },
    help: { text: `${help}\n${helpUri}`, markdown: `${help}\n\n[More about ${id}](${helpUri})` },
    helpUri,
    defaultConfiguration: { level: severity },
    properties: { "problem.severity": severity === "note" ? "recommendation" : severity },
  };
}

function serviceFinding(finding: AuditFinding, service: AuditedService, repository: Repository): Result {
  const { chatServiceSid, source, account } = service;
  const projectFile = { file: repository.projectFile, line: null, column: null };
  return findingResult(finding, `${serviceText(service)}, ${sourceText(source, account)}`, repository, {
    location: location(findingLocation(service) ?? projectFile, service, repository),
    identity: [chatServiceSid, whereOf(source), account],
  });
}

function accountFinding(finding: AuditFinding, account: AuditedAccount, repository: Repository): Result {
  const projectFile = { file: repository.projectFile, line: null, column: null };
  const name = accountText(account);
  return findingResult(finding, name, repository, {
    location: { ...physical(projectFile, repository), logicalLocations: [{ name, kind: "resource" }] },
    identity: ["account", account.account, account.accountSid],
  });
}

function findingResult(
  finding: AuditFinding,
  whose: string,
  repository: Repository,
  { location: where, identity }: { readonly location: Location; readonly identity: readonly unknown[] },
): Result {
  const { rule, severity, property, message, accepted } = finding;
  const text = [`${rule}: ${whose}`, message, ...remedyLines(finding)].join("\n");
  return {
    ruleId: rule,
    ruleIndex: findingVerdicts.length + ruleIds.indexOf(rule),
    level: severity,
    message: { text: messageText(text) },
    locations: [where],
    partialFingerprints: { primaryLocationLineHash: hashOf([rule, ...identity, property, message]) },
    ...suppressed(accepted, repository),
  };
}

/** An accepted finding stays in the log, as dismissed there with its reason. */
function suppressed(accepted: Accepted | null, repository: Repository): Pick<Result, "suppressions"> {
  return accepted === null
    ? {}
    : {
        suppressions: [
          {
            kind: "external",
            status: "accepted",
            justification: acceptedText(accepted),
            location: physical(accepted.place, repository),
          },
        ],
      };
}

function result(service: AuditedService, report: AuditReport, repository: Repository): readonly Result[] {
  const { verdict } = service;
  if (verdict === "ok") {
    return [];
  }
  const ruleId = sarifRules[verdict].id;
  const projectFile = { file: repository.projectFile, line: null, column: null };
  const text = [
    `${verdict}: ${serviceText(service)}, ${sourceText(service.source, service.account)}`,
    ...findings(service),
    ...service.remediation.flatMap(displayedLines),
  ];
  const verdictResult: Result = {
    ruleId,
    ruleIndex: findingVerdicts.indexOf(verdict),
    level: isFailingService({ ...service, findings: [] }, report) ? "error" : "note",
    message: { text: messageText(text.join("\n")) },
    locations: [location(findingLocation(service) ?? projectFile, service, repository)],
    // The only key that code scanning looks at. By itself it would hash the text of the line there, which is one and the
    // same for all services that share an expectation: the alert of one would be that of all.
    partialFingerprints: { primaryLocationLineHash: fingerprint(ruleId, service) },
    ...suppressed(service.accepted, repository),
  };
  return [verdictResult];
}

/**
 * The same for the same finding in the next audit, wherever its expectation has moved to by then; another one for another
 * service, rule or stack, and for another value that is found: who dismisses one violation has not seen the next.
 */
function fingerprint(ruleId: string, service: AuditedService): string {
  const { verdict, chatServiceSid, source, account, violations, differences } = service;
  const what =
    verdict === "violation"
      ? violations.map(({ property, condition, found }) => [property, condition, found])
      : verdict === "drifted"
        ? differences.map(({ property, live }) => [property, live])
        : [];
  return hashOf([ruleId, chatServiceSid, whereOf(source), account, what]);
}

function whereOf(source: AuditedService["source"]): unknown {
  return "urn" in source ? [source.kind === "stack" ? source.stack : source.file, source.urn] : source.kind;
}

/** As the action writes it: a hash, and which of several with the same hash it is. */
function hashOf(parts: readonly unknown[]): string {
  return `${createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 32)}:1`;
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
