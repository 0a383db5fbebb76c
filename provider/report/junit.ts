import type { AuditedService, AuditReport } from "../audit/audit-report";
import { displayedLines, displayedText } from "../text/displayed-text";
import { accountFaults, findings, isFailing, noteText, serviceText, sourceText } from "./report-text";

interface Suite {
  readonly name: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly errors: number;
  /** Findings that do not fail, and warnings. */
  readonly remarks: readonly string[];
}

/**
 * JUnit XML: a suite for each source, a test case for each service, and a suite for the audit itself. It is valid both
 * by the schema of Ant's JUnit task and by that of Jenkins, whose common ground has no skipped tests: a finding that
 * does not fail stands in its suite's `system-out`. Neither has it a `file` for a test case.
 */
export function renderJunit(report: AuditReport): string {
  const groups = new Map<string, AuditedService[]>();
  for (const service of report.services) {
    const group = groups.get(suiteName(service)) ?? [];
    group.push(service);
    groups.set(suiteName(service), group);
  }
  const suites = [auditSuite(report), ...[...groups].map(([name, services]) => servicesSuite(name, services, report))];
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    "<testsuites>",
    ...suites.map((suite, index) => suiteElement(suite, index, report)),
    "</testsuites>\n",
  ].join("\n");
}

function suiteName({ source, account }: AuditedService): string {
  switch (source.kind) {
    case "stack":
      return `stack ${displayedText(source.stack)}`;
    case "state":
      return `state ${displayedText(source.file)}`;
    case "expectations":
      return displayedText(source.file);
    case "account":
      return sourceText(source, account);
  }
}

/** Whether everything was read: also an audit without services has a result. */
function auditSuite(report: AuditReport): Suite {
  const faults = [...report.problems, ...accountFaults(report)].map(noteText);
  const error =
    faults.length === 0 ? "" : element("error", { type: "incomplete", message: faults[0] ?? "" }, faults.join("\n"));
  return {
    name: "audit",
    cases: [testCase("everything could be read", "audit", error)],
    failures: 0,
    errors: faults.length === 0 ? 0 : 1,
    remarks: report.warnings.map(noteText),
  };
}

function servicesSuite(name: string, services: readonly AuditedService[], report: AuditReport): Suite {
  const failing = new Set(services.filter((service) => isFailing(service, report)));
  const errors = services.filter(({ verdict }) => verdict === "unreadable").length;
  return {
    name,
    cases: services.map((service) => serviceCase(name, service, failing.has(service))),
    failures: failing.size - errors,
    errors,
    remarks: services
      .filter((service) => service.verdict !== "ok" && !failing.has(service))
      .map((service) => `${service.verdict}: ${serviceText(service)}\n${findings(service).join("\n")}`),
  };
}

function serviceCase(suite: string, service: AuditedService, isFailed: boolean): string {
  const resource = "resource" in service.source ? `${displayedText(service.source.resource)}: ` : "";
  const lines = findings(service);
  const kind = service.verdict === "unreadable" ? "error" : "failure";
  const text = [...lines, ...service.remediation.flatMap(displayedLines)].join("\n");
  const content = isFailed
    ? element(kind, { type: service.verdict, message: `${service.verdict}: ${lines[0] ?? ""}` }, text)
    : "";
  return testCase(`${resource}${serviceText(service)}`, suite, content);
}

function testCase(name: string, className: string, content: string): string {
  return element("testcase", { name: token(name), classname: token(className), time: "0" }, content, true);
}

function suiteElement({ name, cases, failures, errors, remarks }: Suite, id: number, report: AuditReport): string {
  const attributes = {
    name: token(name),
    // The schema of Ant's task wants a time without a zone, and a host.
    timestamp: report.startedAt.slice(0, 19),
    hostname: "localhost",
    tests: String(cases.length),
    failures: String(failures),
    errors: String(errors),
    time: "0",
    package: "twilio-webhooks",
    id: String(id),
  };
  const properties = element(
    "properties",
    {},
    element("property", { name: "outcome", value: report.outcome }, ""),
    true,
  );
  const content = [properties, ...cases, element("system-out", {}, remarks.join("\n")), element("system-err", {}, "")];
  return element("testsuite", attributes, `\n${content.join("\n")}\n`, true);
}

function element(name: string, attributes: Readonly<Record<string, string>>, content: string, isXml = false): string {
  const start = [
    name,
    ...Object.entries(attributes).map(([key, value]) => `${key}="${escaped(value).replaceAll("\n", "&#10;")}"`),
  ].join(" ");
  const body = isXml ? content : escaped(content);
  return body === "" ? `<${start}/>` : `<${start}>${body}</${name}>`;
}

/** A name in one line, without white space at its ends. */
function token(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

function escaped(text: string): string {
  return (
    text
      // XML 1.0 has no way to write these.
      .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, "\ufffd")
      .replaceAll("&", "&amp;")
      .replaceAll("<", "&lt;")
      .replaceAll(">", "&gt;")
      .replaceAll('"', "&quot;")
      .replaceAll("\r", "&#13;")
  );
}
