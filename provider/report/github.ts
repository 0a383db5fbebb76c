import type { AuditedService, AuditReport } from "../audit/audit-report";
import { auditVerdicts } from "../audit/verdict";
import type { FileLocation } from "../audit/file-location";
import { displayedText } from "../text/displayed-text";
import { findingLocation } from "./finding-location";
import type { RenderOptions } from "./render-options";
import { repositoryPath, type Repository } from "./repository-path";
import { accountFaults, findings, isFailing, noteText, serviceText, sourceText } from "./report-text";

type Level = "error" | "warning" | "notice";
type Annotation = [level: Level, place: FileLocation | null, title: string, message: string];

/**
 * Workflow commands, which GitHub Actions shows as annotations.
 * @see https://docs.github.com/actions/reference/workflow-commands-for-github-actions
 */
export function renderGithub(report: AuditReport, { repository }: Pick<RenderOptions, "repository">): string {
  const annotation = (...[level, place, title, message]: Annotation) =>
    annotationLine([level, place && fromRoot(place, repository), title, message]);
  // The worst first: GitHub shows only so many annotations of a step.
  const found = auditVerdicts
    .filter((verdict) => verdict !== "ok")
    .flatMap((verdict) => report.services.filter((service) => service.verdict === verdict))
    .map((service) =>
      annotation(levelOf(service, report), findingLocation(service), titleOf(service), findings(service).join("\n")),
    );
  const problems = [...report.problems, ...accountFaults(report)].map((note) =>
    annotation("error", note.place, "The audit is not complete", noteText(note)),
  );
  const warnings = report.warnings.map((note) => annotation("warning", note.place, "Audit", noteText(note)));
  return [...problems, ...warnings, ...found].map((line) => `${line}\n`).join("");
}

function levelOf(service: AuditedService, report: AuditReport): Level {
  if (isFailing(service, report)) {
    return "error";
  }
  return service.verdict === "untracked" ? "notice" : "warning";
}

function titleOf(service: AuditedService): string {
  return `${service.verdict}: ${serviceText(service)}, ${sourceText(service.source, service.account)}`;
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
