import { formatNames, render } from "../../provider/report/format";
import type { AuditedService } from "../../provider/audit/audit-report";
import { fullReport, reportOf, repository, services } from "./support/report";

const hostile = [
  "::error::x",
  "Support ::stop-commands::t",
  "##vso[task.setvariable variable=A]b",
  "a ##[stop-commands]t",
  "##teamcity[buildStatus status='SUCCESS']",
  "\u001b[31mred\n::error::x\r::error::y\u0085::z\u2028::u\u202egpj",
];

/** Whether a line would command a CI system, by a rule that is laxer than theirs. */
function isObeyed(line: string): boolean {
  return /^\s*::/.test(line) || /##[\p{L}]*\[/u.test(line);
}

/** A report in which everything that comes from outside is that text. */
function reportFull(of: string) {
  const place = { file: of, line: 7, column: 3 };
  const all = services.map((service): AuditedService => {
    const values = service.live && { ...service.live, preWebhookUrl: of, postWebhookUrl: of, method: "GET" as const };
    return {
      ...service,
      // A damaged state has something else in the place of a SID.
      chatServiceSid: service.verdict === "unreadable" ? of : service.chatServiceSid,
      friendlyName: of,
      account: of,
      source:
        service.source.kind === "account"
          ? service.source
          : service.source.kind === "expectations"
            ? { kind: "expectations", ...place }
            : service.source.kind === "stack"
              ? { kind: "stack", stack: of, resource: of, urn: of }
              : { kind: "state", file: of, resource: of, urn: of },
      reason: service.reason && `${of}\n${of}`,
      live: values,
      recorded: values,
      accountLevel: service.accountLevel && { ...service.accountLevel, preWebhookUrl: of, target: of },
      violations: service.violations.map((violation) => ({
        ...violation,
        message: `${of}\n  found: ${of}`,
        place: violation.place && place,
      })),
      differences: service.differences.map((difference) => ({ ...difference, recorded: of, live: of })),
      remediation: service.remediation.length === 0 ? [] : [of],
    };
  });
  const note = { subject: of, message: of };
  return reportOf(all, {
    outcome: "incomplete",
    accounts: [{ account: of, accountSid: of, configuration: null, error: of, findings: [] }],
    problems: [{ ...note, place: null }],
    warnings: [{ ...note, place }],
  });
}

describe.each(formatNames)("the format %s", (format) => {
  test.each(hostile)("has no command of a CI system and no escape sequence of %j", (text) => {
    const report = reportFull(text);
    const widths =
      format === "table" ? [undefined, ...Array.from({ length: 150 }, (_, index) => index + 12)] : [undefined];
    for (const width of widths) {
      const shown = render(format, report, { width, colours: false, quiet: false, repository });

      expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\u202e]/);
      const lines = shown.split("\n").slice(0, -1);
      const own = format === "github" ? /^::(?:error|warning|notice) \S[^\n]*?::(?!\s*::)/ : /(?!)/;
      expect(lines.filter((line) => isObeyed(line) && (!own.test(line) || /##[\p{L}]*\[/u.test(line)))).toEqual([]);
    }
  });
});

test("the values that programs read are what they were", () => {
  const text = "##vso[task.setvariable variable=A]b \\##[group] ::error::";
  const report = reportFull(text);
  expect(JSON.parse(render("json", report, { width: undefined, colours: false, quiet: false, repository }))).toEqual(
    JSON.parse(JSON.stringify(report)),
  );
});

test("a report of usual names has no escapes", () => {
  for (const format of formatNames) {
    const usual = reportOf(services.filter(({ verdict }) => verdict !== "violation"));
    expect(render(format, usual, { width: 80, colours: false, quiet: false, repository })).not.toMatch(/\\u0/);
  }
  expect(fullReport.services).toHaveLength(6);
});
