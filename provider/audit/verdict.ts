import type { RuleSeverity } from "../rules/finding";

/**
 * The verdict of an audit on a service: the first that applies, in this order, unless a later one makes the audit fail and the
 * first does not:
 * - `unreadable`: it could not be judged, and why;
 * - `missing`: Twilio has no such service in the account;
 * - `violation`: the live configuration breaks an expectation, the file's or the stack's own;
 * - `drifted`: the live configuration differs from what the stack recorded;
 * - `untracked`: it is in the account, and no stack or file names it;
 * - `ok`.
 * @example
 * const worst: AuditVerdict = "unreadable";
 */
export type AuditVerdict = (typeof auditVerdicts)[number];

/** All verdicts, in the order in which they apply. */
export const auditVerdicts = ["unreadable", "missing", "violation", "drifted", "untracked", "ok"] as const;

/**
 * The verdicts that can make an audit fail. An unreadable service makes it incomplete in any case.
 * @example
 * const failOn: readonly FailingVerdict[] = ["violation", "missing", "drifted", "untracked"];
 * const report = await audit({ allServices: true, failOn });
 */
export type FailingVerdict = Exclude<AuditVerdict, "ok" | "unreadable">;

/**
 * A verdict, or a severity of findings, that makes an audit fail. A severity stands for worse ones too: `warning` fails
 * for errors as well.
 * @example
 * const failOn: readonly FailingCause[] = ["violation", "warning"];
 */
export type FailingCause = FailingVerdict | RuleSeverity;

export const failingVerdicts: readonly FailingVerdict[] = ["missing", "violation", "drifted", "untracked"];

export const severities: readonly RuleSeverity[] = ["error", "warning", "note"];

export const failingCauses: readonly FailingCause[] = [...failingVerdicts, ...severities];

export const defaultFailOn: readonly FailingCause[] = ["violation", "missing", "drifted", "error"];
