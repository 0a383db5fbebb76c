import { printableText } from "../text/printable";
import { mendingCommand } from "./remediation-command";
import type { Violation } from "./violation";

/** What a report is about, besides the violations. */
export interface ReportContext {
  /** The service whose configuration was judged. */
  readonly chatServiceSid: string;
  /**
   * What the expectation is called.
   * @default "expect"
   */
  readonly expectationName?: string;
  /**
   * The names of the conditions that were not judged.
   * @default none
   */
  readonly deferred?: readonly string[];
}

/** A report in the parts that an error of this package has. */
export interface ViolationReport {
  /** What was expected and found: a headline, and each violation below it. */
  readonly summary: string;
  /** What the reader can do about it, a line each. */
  readonly remediationSteps: readonly string[];
}

/** All violations, for a reader, with the ways out. */
export function violationReport(violations: readonly Violation[], context: ReportContext): ViolationReport {
  const { chatServiceSid, deferred = [], expectationName = "expect" } = context;
  const count = violations.length === 1 ? "" : `, in ${violations.length} ways`;
  const headline = `the webhook configuration of service ${printableText(chatServiceSid)} is not as expected${count}:`;
  const items = violations.map(({ message }) => `  - ${message.replaceAll("\n", "\n    ")}`);
  const unjudged = deferred.length === 0 ? [] : [`  - not known yet, and not checked: ${deferred.join(", ")}`];
  return {
    summary: [headline, ...items, ...unjudged].join("\n"),
    remediationSteps: steps(violations, chatServiceSid, expectationName),
  };
}

/** The report as one text. */
export function violationMessage(violations: readonly Violation[], context: ReportContext): string {
  const { summary, remediationSteps } = violationReport(violations, context);
  return [summary, ...remediationSteps.map((step) => `  ${step}`)].join("\n");
}

function steps(violations: readonly Violation[], chatServiceSid: string, expectationName: string): readonly string[] {
  const command = mendingCommand(violations, chatServiceSid);
  const isElsewhere = violations.some(({ property }) => property === "accountSid");
  const first = command === undefined ? "Change the webhook configuration at Twilio" : "Mend it at Twilio:";
  return [
    ...(isElsewhere ? ["Check that this is the right service, and that the credentials are those of its account"] : []),
    first,
    ...(command === undefined ? [] : [`  ${command.text}`, ...command.variables.map(variableStep)]),
    `or change \`${expectationName}\`, if the configuration is right as it is`,
  ];
}

function variableStep([variable, property]: readonly [string, string]): string {
  return `  with ${variable} set to the expected ${property}, which is secret and therefore not shown`;
}
