import {
  isFailingFinding,
  isFailingService,
  type AuditedAccount,
  type AuditedService,
  type AuditFinding,
  type AuditReport,
} from "../audit/audit-report";
import { displayedLines, displayedText } from "../text/displayed-text";
import {
  acceptedText,
  accountFaults,
  accountsWithFindings,
  accountText,
  findings,
  noteText,
  remedyLines,
  serviceText,
  sourceText,
} from "./report-text";

interface Suite {
  readonly name: string;
  readonly cases: readonly string[];
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  /** Findings that do not fail, and warnings. */
  readonly remarks: readonly string[];
}

/**
 * JUnit XML: a suite for each source, a test case for each service, and a suite for the audit itself. It is valid both
 * by the schema of Ant's JUnit task and by that of Jenkins, whose common ground has no skipped tests: a finding that
 * does not fail stands in its suite's `system-out`. Only what is accepted is a skipped test, which Ant's schema does not
 * know. Neither has it a `file` for a test case.
 */
export function renderJunit(report: AuditReport): string {
  const groups = new Map<string, AuditedService[]>();
  for (const service of report.services) {
    const group = groups.get(suiteName(service)) ?? [];
    group.push(service);
    groups.set(suiteName(service), group);
  }
  const suites = [
    auditSuite(report),
    ...[...groups].map(([name, services]) => servicesSuite(name, services, report)),
    ...accountsWithFindings(report).map((account) => accountSuite(account, report)),
  ];
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
    skipped: 0,
    remarks: report.warnings.map(noteText),
  };
}

function servicesSuite(name: string, services: readonly AuditedService[], report: AuditReport): Suite {
  const failing = new Set(services.filter((service) => isFailingService(service, report)));
  const accepted = services.flatMap(acceptedOf);
  const errors = services.filter(({ verdict }) => verdict === "unreadable").length;
  return {
    name,
    cases: [
      ...services.map((service) => serviceCase(name, service, report)),
      ...accepted.map(([title, reason]) => skippedCase(title, name, reason)),
    ],
    failures: failing.size - errors,
    errors,
    skipped: accepted.length,
    remarks: services.flatMap((service) => remarksOf(service, report)),
  };
}

/** An account's own configuration. */
function accountSuite(account: AuditedAccount, report: AuditReport): Suite {
  const name = accountText(account);
  const failing = account.findings.filter((finding) => isFailingFinding(finding, report));
  const accepted = acceptedFindings(account.findings, name);
  return {
    name: `${name}: its own configuration`,
    cases: [
      testCase("its own configuration", name, failing.length === 0 ? "" : findingFailure(failing)),
      ...accepted.map(([title, reason]) => skippedCase(title, name, reason)),
    ],
    failures: failing.length === 0 ? 0 : 1,
    errors: 0,
    skipped: accepted.length,
    remarks: remarksOfFindings(account.findings, name, report),
  };
}

function acceptedOf(service: AuditedService): readonly (readonly [title: string, reason: string])[] {
  const { verdict, accepted } = service;
  const name = caseName(service);
  return [
    ...(accepted === null ? [] : [[`${name}: ${verdict}`, acceptedText(accepted)] as const]),
    ...acceptedFindings(service.findings, name),
  ];
}

function acceptedFindings(
  all: readonly AuditFinding[],
  name: string,
): readonly (readonly [title: string, reason: string])[] {
  return all.flatMap(({ rule, accepted, property }) =>
    accepted === null
      ? []
      : [[`${name}: ${rule}${property === null ? "" : ` (${property})`}`, acceptedText(accepted)] as const],
  );
}

function skippedCase(title: string, suite: string, reason: string): string {
  return testCase(title, suite, element("skipped", {}, reason));
}

/** Findings and verdicts that do not fail. */
function remarksOf(service: AuditedService, report: AuditReport): readonly string[] {
  const isRemark = service.verdict !== "ok" && !isFailingService({ ...service, findings: [] }, report);
  return [
    ...(isRemark ? [`${service.verdict}: ${serviceText(service)}\n${findings(service).join("\n")}`] : []),
    ...remarksOfFindings(service.findings, serviceText(service), report),
  ];
}

function remarksOfFindings(all: readonly AuditFinding[], whose: string, report: AuditReport): readonly string[] {
  return all
    .filter((finding) => finding.accepted === null && !isFailingFinding(finding, report))
    .map((finding) =>
      [`${finding.severity} ${finding.rule}: ${whose}`, finding.message, ...remedyLines(finding)].join("\n"),
    );
}

function findingLines(all: readonly AuditFinding[]): readonly string[] {
  return all.flatMap((finding) => [`${finding.severity} ${finding.rule}: ${finding.message}`, ...remedyLines(finding)]);
}

function findingFailure(failing: readonly AuditFinding[]): string {
  const [first] = failing;
  const message = `${first?.rule ?? ""}: ${first?.message ?? ""}`;
  return element("failure", { type: first?.rule ?? "", message }, findingLines(failing).join("\n"));
}

function caseName(service: AuditedService): string {
  const resource = "resource" in service.source ? `${displayedText(service.source.resource)}: ` : "";
  return `${resource}${serviceText(service)}`;
}

function serviceCase(suite: string, service: AuditedService, report: AuditReport): string {
  const failing = service.findings.filter((finding) => isFailingFinding(finding, report));
  const isVerdict = isFailingService({ ...service, findings: [] }, report);
  return testCase(
    caseName(service),
    suite,
    isVerdict ? verdictFailure(service, failing) : failing.length > 0 ? findingFailure(failing) : "",
  );
}

/** A test case has one failure: with what rules find below the verdict. */
function verdictFailure(service: AuditedService, failing: readonly AuditFinding[]): string {
  const lines = findings(service);
  const kind = service.verdict === "unreadable" ? "error" : "failure";
  const text = [...lines, ...service.remediation.flatMap(displayedLines), ...findingLines(failing)].join("\n");
  return element(kind, { type: service.verdict, message: `${service.verdict}: ${lines[0] ?? ""}` }, text);
}

function testCase(name: string, className: string, content: string): string {
  return element("testcase", { name: token(name), classname: token(className), time: "0" }, content, true);
}

function suiteElement(
  { name, cases, failures, errors, skipped, remarks }: Suite,
  id: number,
  report: AuditReport,
): string {
  const attributes = {
    name: token(name),
    // The schema of Ant's task wants a time without a zone, and a host.
    timestamp: report.startedAt.slice(0, 19),
    hostname: "localhost",
    tests: String(cases.length),
    failures: String(failures),
    errors: String(errors),
    ...(skipped > 0 ? { skipped: String(skipped) } : {}),
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
