// Tested by test/audit/judging/verdict.test.ts
import type { Violation } from "../../verdict/violation";
import { remediationCommand } from "../../verdict/remediation/remediation-command";
import type { AuditDifference } from "../audit-report";

const settable = ["preWebhookUrl", "postWebhookUrl", "method", "filters"] as const;

interface SettableDifference extends AuditDifference {
  readonly property: (typeof settable)[number];
}

/**
 * The remedies for a drift, a line each: the Twilio CLI command that restores what was recorded, as far as there is
 * one, and the way out if the change was meant. A secret is not in it.
 */
export function driftRemediation(differences: readonly AuditDifference[], chatServiceSid: string): readonly string[] {
  const changed: readonly SettableDifference[] = differences.filter(isSettable);
  const command = remediationCommand(changed.map(asViolation), chatServiceSid);
  const commanded = new Set<string>(command?.sets);
  const others = differences.filter(({ property }) => !commanded.has(property)).map(({ property }) => property);
  return [
    ...(command === undefined
      ? []
      : ["To restore what was recorded:", `  ${command.text}`, ...command.variables.map(variableStep)]),
    ...(others.length === 0 ? [] : [`Restore at Twilio what was recorded, by hand: ${others.join(", ")}`]),
    "or, if the change was intended, record it: pulumi up",
  ];
}

function isSettable(difference: AuditDifference): difference is SettableDifference {
  return (settable as readonly string[]).includes(difference.property);
}

/** The recorded value as an expectation would demand it. */
function asViolation({ property, recorded, live }: SettableDifference): Violation {
  return { property, condition: "equals", expected: recorded, found: live, secret: false, message: "" };
}

function variableStep([variable, property]: readonly [string, string]): string {
  return `  with ${variable} set to the recorded ${property}, which is secret and therefore not shown`;
}
