import { serviceName } from "../text/service-name";
import { deliverySteps } from "./remediation/delivery-steps";
import { choiceSteps, replacedParts } from "./remediation/remediation-choices";
import { remediationCommand, type RemediationCommand } from "./remediation/remediation-command";
import type { Violation } from "./violation";

/** The subject of the violations. */
export interface ViolationContext {
  /** The service whose configuration was judged. */
  readonly chatServiceSid: string;
  /**
   * The named account that it is read with.
   * @default the default account, which has no name
   */
  readonly accountName?: string | undefined;
  /**
   * The name of the expectation.
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
  /** A headline, and each violation below it: the expected and the found value. */
  readonly summary: string;
  /** Ways out for the reader, a line each. */
  readonly remediationSteps: readonly string[];
}

/** All violations, for a reader, with the ways out. */
export function violationReport(violations: readonly Violation[], context: ViolationContext): ViolationReport {
  const { chatServiceSid, accountName, deferred = [], expectationName = "expect" } = context;
  const count = violations.length === 1 ? "" : ` (${violations.length} violations)`;
  const headline = `the webhook configuration of service ${serviceName(chatServiceSid, accountName)} is not as expected${count}:`;
  const items = violations.map(({ message }) => `  - ${message.replaceAll("\n", "\n    ")}`);
  const unjudged = deferred.length === 0 ? [] : [`  - not known yet, so not checked: ${deferred.join(", ")}`];
  return {
    summary: [headline, ...items, ...unjudged].join("\n"),
    remediationSteps: steps(violations, chatServiceSid, expectationName),
  };
}

/** The report as one text. */
export function violationMessage(violations: readonly Violation[], context: ViolationContext): string {
  const { summary, remediationSteps } = violationReport(violations, context);
  return [summary, ...remediationSteps.map((step) => `  ${step}`)].join("\n");
}

function steps(violations: readonly Violation[], chatServiceSid: string, expectationName: string): readonly string[] {
  const command = remediationCommand(violations, chatServiceSid);
  const sets: readonly string[] = command?.sets ?? [];
  const choices = [
    ...choiceSteps(violations, sets),
    ...(sets.includes("delivers") ? [] : deliverySteps(violations, chatServiceSid, sets)),
  ].map((line) => `  ${line}`);
  const heading = command === undefined ? "Change the webhook configuration at Twilio:" : "For the others:";
  const isElsewhere = violations.some(({ property }) => property === "accountSid");
  return [
    ...(isElsewhere ? ["Check that this is the right service, and that the credentials are those of its account"] : []),
    ...(command === undefined ? [] : commandSteps(command, violations)),
    ...(choices.length === 0 ? [] : [heading, ...choices]),
    `Or change \`${expectationName}\` if the configuration is right as it is`,
  ];
}

function commandSteps(
  { text, sets, variables }: RemediationCommand,
  violations: readonly Violation[],
): readonly string[] {
  const fixed = violations.filter(({ property }) => (sets as readonly string[]).includes(property));
  const share = fixed.length === violations.length ? "it" : `${fixed.length} of the ${violations.length} violations`;
  return [
    `To fix ${share} at Twilio:`,
    `  ${text}`,
    ...variables.map(
      ([variable, property]) => `  with ${variable} set to the expected ${property}, which is secret and not shown`,
    ),
    ...fixed.flatMap(replacedParts).map((line) => `  ${line}`),
  ];
}
