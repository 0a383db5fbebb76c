// The entry point `pulumi-twilio-conversations/audit`. It is none of the package's main one: a program that does not
// audit does not load it.
export { audit } from "./audit";
export type { AuditOptions, AuditProgress } from "./audit-options";
export {
  exitCodeOf,
  type Accepted,
  type AuditDifference,
  type AuditedAccount,
  type AuditedCondition,
  type AuditedExpectation,
  type AuditedReach,
  type AuditedService,
  type AuditFinding,
  type AuditNote,
  type AuditOutcome,
  type AuditReport,
  type AuditSource,
  type AuditViolation,
  type Secret,
  type ShownValues,
} from "./audit-report";
export type { FileLocation } from "./file-location";
export type { AuditVerdict, FailingCause, FailingVerdict } from "./verdict";
export type { WebhookProperty, WebhookValues } from "./webhook-values";
