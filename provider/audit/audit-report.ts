import type { GetWebhookConfigurationResult } from "../result/account-webhook-configuration";
import type { Violation } from "../verdict/violation";
import type { FileLocation } from "./file-location";
import type { Finding, RuleSeverity } from "../rules/finding";
import type { AuditVerdict, FailingCause } from "./verdict";
import type { WebhookProperty, WebhookValues } from "./webhook-values";

/** The version of the report's form. A change that a reader of an older report would notice makes it another one. */
export const reportVersion = 2;

/**
 * Stands for a secret value.
 * @example
 * const isShown = (value: string | Secret | null) => value !== "[secret]";
 */
export type Secret = "[secret]";

/**
 * The values of a webhook configuration, in which a secret is `[secret]` unless `showSecrets` was asked for.
 * @example
 * const method = (live: ShownValues<WebhookValues>) => live.method ?? "none";
 */
export type ShownValues<Values> = { readonly [Property in keyof Values]: Values[Property] | Secret };

/**
 * Why a service is in the report.
 * @example
 * const nameOf = (source: AuditSource) => (source.kind === "stack" ? source.stack : source.kind);
 */
export type AuditSource =
  /** A stack recorded it. */
  | {
      readonly kind: "stack";
      /** As the user named it; of all stacks, its fully qualified name. */
      readonly stack: string;
      /** The resource's name in its program. */
      readonly resource: string;
      readonly urn: string;
    }
  /** An exported state recorded it. */
  | { readonly kind: "state"; readonly file: string; readonly resource: string; readonly urn: string }
  /** The expectations file names it, and nothing recorded it. */
  | ({ readonly kind: "expectations" } & FileLocation)
  /** It is in the account's list, or the audit was asked for it by its SID, and nothing recorded it. */
  | { readonly kind: "account" };

/**
 * A violation, and whose expectation it breaks.
 * @example
 * const whose = ({ of, place }: AuditViolation) => (place === null ? `the ${of}'s` : `${place.file}:${place.line}`);
 */
export interface AuditViolation extends Violation {
  /** `stack`: the one that the stack recorded; `file`: one of the expectations file; `audit`: its `expectHosts`. */
  readonly of: "stack" | "file" | "audit";
  /** Where the file has it; null for the others. */
  readonly place: FileLocation | null;
}

/**
 * A condition of an expectation, whether or not it holds.
 * @example
 * const textOf = ({ property, condition, expected }: AuditedCondition) => `${property}.${condition}: ${JSON.stringify(expected)}`;
 */
export type AuditedCondition = Pick<Violation, "property" | "condition" | "expected">;

/**
 * An expectation of a service. A value of it that is secret, or would tell a live one that is, is `[secret]`.
 * @example
 * const count = ({ conditions }: AuditedExpectation) => conditions.length;
 */
export interface AuditedExpectation {
  /** `stack`: the one that the stack recorded; `file`: one of the expectations file. */
  readonly of: "stack" | "file";
  /** Where the file has it; null for the stack's. */
  readonly place: FileLocation | null;
  /** The conditions, in the order of the properties. */
  readonly conditions: readonly AuditedCondition[];
}

/**
 * An acceptance of the expectations file: why something that was found counts as passed.
 * @example
 * const why = ({ reason, until }: Accepted) => `${reason}${until === null ? "" : ` (until ${until})`}`;
 */
export interface Accepted {
  /** The reason that the file gives. */
  readonly reason: string;
  /** The last day on which it counts, as `2026-12-31`; null if it has no end. */
  readonly until: string | null;
  /** Where the file has it. */
  readonly place: FileLocation;
}

/**
 * A finding of a rule.
 * @example
 * const open = (findings: readonly AuditFinding[]) => findings.filter(({ accepted }) => accepted === null);
 */
export interface AuditFinding extends Finding {
  /** The acceptance that covers it; null if none does. */
  readonly accepted: Accepted | null;
}

/**
 * A property of which the live value is not the recorded one.
 * @example
 * const describe = ({ property, recorded, live }: AuditDifference) => `${property}: ${recorded} -> ${live}`;
 */
export interface AuditDifference {
  /** The property's name. */
  readonly property: WebhookProperty;
  /** The value that the stack recorded. */
  readonly recorded: WebhookValues[WebhookProperty] | Secret;
  /** The live value. */
  readonly live: WebhookValues[WebhookProperty] | Secret;
}

/**
 * The verdict on one service, from one source.
 * @example
 * const isWrong = ({ verdict }: AuditedService) => verdict !== "ok" && verdict !== "untracked";
 */
export interface AuditedService {
  /** The first that applies. */
  readonly verdict: AuditVerdict;
  /** The acceptance that covers the verdict; null if none does. */
  readonly accepted: Accepted | null;
  /** `IS` and 32 hex digits; `[secret]` where the program marked it as a secret. */
  readonly chatServiceSid: string;
  /** The service's friendly name, if the account's list was read and has one. */
  readonly friendlyName: string | null;
  /** Why it is in the report. */
  readonly source: AuditSource;
  /** The named account that it was read with; null for the default one. */
  readonly account: string | null;
  /** Why it is unreadable or missing; null otherwise. */
  readonly reason: string | null;
  /** The configuration that the stack or state recorded; null if nothing did, or if that cannot be known. */
  readonly recorded: ShownValues<WebhookValues> | null;
  /** The live configuration; null if it could not be read. */
  readonly live: ShownValues<WebhookValues> | null;
  /** The account's configuration for services without settings of their own; null if it could not be read. */
  readonly accountLevel: ShownValues<GetWebhookConfigurationResult> | null;
  /** The expectations of it: the expectations file's, and that of the stack that recorded it. */
  readonly expectations: readonly AuditedExpectation[];
  /** The expectations that do not hold. */
  readonly violations: readonly AuditViolation[];
  /** The live values that differ from the recorded ones. */
  readonly differences: readonly AuditDifference[];
  /** The remedies for the violations or the drift, a line each. */
  readonly remediation: readonly string[];
  /** The findings of rules in the live configuration, the worst first. */
  readonly findings: readonly AuditFinding[];
}

/**
 * An account that the audit asked.
 * @example
 * const unreadable = (accounts: readonly AuditedAccount[]) => accounts.filter(({ error }) => error !== null);
 */
export interface AuditedAccount {
  /** Its name; null for the default one. */
  readonly account: string | null;
  /** `AC` and 32 hex digits, where it is known. */
  readonly accountSid: string | null;
  /** Its own webhook configuration; null if it could not be read. */
  readonly configuration: ShownValues<GetWebhookConfigurationResult> | null;
  /** Why not, if that leaves the audit incomplete; null otherwise. That the credentials may not read it is a warning. */
  readonly error: string | null;
  /** The findings of rules in its own configuration, the worst first. */
  readonly findings: readonly AuditFinding[];
}

/**
 * How many hosts of webhooks an audit has looked at.
 * @example
 * const isWhole = ({ unknown }: AuditedReach) => unknown === 0;
 */
export interface AuditedReach {
  /** The distinct servers: a host, its port, and whether it is spoken to by TLS. */
  readonly hosts: number;
  /** Those of which the look has failed: a warning names them. They have no findings, and are not known to be fine. */
  readonly unknown: number;
}

/**
 * Something that made the audit incomplete, or that its reader should know.
 * @example
 * const line = ({ subject, message }: AuditNote) => `${subject}: ${message}`;
 */
export interface AuditNote {
  /** The subject: a stack, a file, an account. */
  readonly subject: string;
  /** The message about it. */
  readonly message: string;
  /** Where it is, if that is in a file. */
  readonly place: FileLocation | null;
}

/**
 * - `passed`: everything was read, and nothing has a verdict that fails;
 * - `failed`: everything was read, and something has;
 * - `incomplete`: something could not be read, whatever else was found;
 * - `interrupted`: it was stopped, and this is what was learnt until then.
 * @example
 * const isGood = (outcome: AuditOutcome) => outcome === "passed";
 */
export type AuditOutcome = "passed" | "failed" | "incomplete" | "interrupted";

/**
 * The result of an audit. It is plain data, and its JSON is described by `schemas/audit-report.schema.json`.
 * @example
 * const report: AuditReport = await audit({ allServices: true });
 * const wrong = report.services.filter(({ verdict }) => report.failOn.some((fails) => fails === verdict));
 */
export interface AuditReport {
  /** The version of this form. */
  readonly version: typeof reportVersion;
  /** The maker: this package, and its version. */
  readonly tool: { readonly name: string; readonly version: string };
  /** When it began, in ISO 8601. */
  readonly startedAt: string;
  /** The outcome as a whole. */
  readonly outcome: AuditOutcome;
  /** The verdicts and severities that make it fail. */
  readonly failOn: readonly FailingCause[];
  /** How many services have which verdict. */
  readonly counts: Readonly<Record<AuditVerdict, number>>;
  /** How many findings there are of each severity, of services and accounts, and how many are accepted. */
  readonly findingCounts: Readonly<Record<RuleSeverity | "accepted", number>>;
  /** The look at the webhooks' hosts; null if `reach` was not asked for. */
  readonly reach: AuditedReach | null;
  /** In the order of the sources: stacks, states, the expectations file, accounts. */
  readonly services: readonly AuditedService[];
  /** The accounts that were asked. */
  readonly accounts: readonly AuditedAccount[];
  /** The sources that could not be read as a whole, such as a stack or a file. */
  readonly problems: readonly AuditNote[];
  /** The notes that leave the audit complete, such as a pattern that no service's name matches. */
  readonly warnings: readonly AuditNote[];
}

/** Whether a service's verdict or a finding of it makes the audit fail, or leaves it incomplete. */
export function isFailingService(
  { verdict, accepted, findings }: Pick<AuditedService, "verdict" | "accepted" | "findings">,
  { failOn }: Pick<AuditReport, "failOn">,
): boolean {
  const isVerdict = (failOn as readonly AuditVerdict[]).includes(verdict) && accepted === null;
  return verdict === "unreadable" || isVerdict || findings.some((finding) => isFailingFinding(finding, { failOn }));
}

/** Whether a finding makes the audit fail. */
export function isFailingFinding(
  { severity, accepted }: AuditFinding,
  { failOn }: Pick<AuditReport, "failOn">,
): boolean {
  return accepted === null && failOn.includes(severity);
}

/**
 * The exit code of a command that ends with such a report.
 * @example
 * process.exitCode = exitCodeOf(await audit({ stacks: ["prod"] }));
 */
export function exitCodeOf({ outcome }: Pick<AuditReport, "outcome">): number {
  return { passed: 0, failed: 1, incomplete: 2, interrupted: 130 }[outcome];
}
