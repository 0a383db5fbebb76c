import {
  isFailingFinding,
  isFailingService,
  type AuditedService,
  type AuditFinding,
  type AuditReport,
} from "../audit/audit-report";
import type { FileLocation } from "../audit/file-location";
import { displayedText } from "../text/displayed-text";
import { findingLocation } from "./finding-location";
import type { RenderOptions } from "./render-options";
import { repositoryPath, type Repository } from "./repository-path";
import {
  acceptedText,
  accountFaults,
  accountText,
  findings,
  noteText,
  remedyLines,
  serviceText,
  sourceText,
  worstFirst,
} from "./report-text";

type Level = "error" | "warning" | "notice";
type Annotation = readonly [level: Level, place: FileLocation | null, title: string, message: string];

/**
 * Workflow commands, which GitHub Actions shows as annotations.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(report: AuditReport, { repository }: Pick<RenderOptions, "repository">): string {
  const annotation = (...[level, place, title, message]: Annotation) =>
    annotationLine([level, place && fromRoot(place, repository), title, message]);
  // The worst first: GitHub shows only so many annotations of a step.
  const found = [
    ...worstFirst(report).flatMap((service) => serviceAnnotations(service, report)),
    ...report.accounts.flatMap((account) =>
      account.findings.map((finding) => findingAnnotation(finding, null, accountText(account), report)),
    ),
  ];
  const sorted = levels.flatMap((level) => found.filter(([each]) => each === level)).map((each) => annotation(...each));
  const problems = [...report.problems, ...accountFaults(report)].map((note) =>
    annotation("error", note.place, "The audit is not complete", noteText(note)),
  );
  const warnings = report.warnings.map((note) => annotation("warning", note.place, "Audit", noteText(note)));
  return [...problems, ...warnings, ...sorted].map((line) => `${line}\n`).join("");
}

const levels: readonly Level[] = ["error", "warning", "notice"];

function serviceAnnotations(service: AuditedService, report: AuditReport): readonly Annotation[] {
  const place = findingLocation(service);
  const whose = `${serviceText(service)}, ${sourceText(service.source, service.account)}`;
  const { verdict, accepted } = service;
  const lines = [...findings(service), ...(accepted === null ? [] : [`accepted: ${acceptedText(accepted)}`])];
  return [
    ...(verdict === "ok" ? [] : [[levelOf(service, report), place, `${verdict}: ${whose}`, lines.join("\n")] as const]),
    ...service.findings.map((finding) => findingAnnotation(finding, place, whose, report)),
  ];
}

function findingAnnotation(
  finding: AuditFinding,
  place: FileLocation | null,
  whose: string,
  report: AuditReport,
): Annotation {
  const { rule, severity, message, accepted } = finding;
  if (accepted !== null) {
    return ["notice", accepted.place, `accepted: ${rule}: ${whose}`, `${message}\n${acceptedText(accepted)}`];
  }
  const level = isFailingFinding(finding, report) ? "error" : severity === "note" ? "notice" : "warning";
  return [level, place, `${rule}: ${whose}`, [message, ...remedyLines(finding)].join("\n")];
}

function levelOf(service: AuditedService, report: AuditReport): Level {
  if (isFailingService({ ...service, findings: [] }, report)) {
    return "error";
  }
  return service.verdict === "untracked" || service.accepted !== null ? "notice" : "warning";
}

function fromRoot(place: FileLocation, repository: Repository): FileLocation {
  return { ...place, file: repositoryPath(place.file, repository) ?? place.file };
}

function annotationLine([level, place, title, message]: Annotation): string {
  const properties = Object.entries({
    file: place && displayedText(place.file),
    line: place?.line,
    col: place?.column,
    title,
  })
    .filter(([, value]) => value != null)
    .map(([name, value]) => `${name}=${escaped(String(value)).replaceAll(":", "%3A").replaceAll(",", "%2C")}`);
  return `::${level} ${properties.join(",")}::${escaped(message)}`;
}

function escaped(text: string): string {
  return text.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}
