// Tested by test/audit/audit.test.ts
import type { AuditPlan } from "../audit-plan";
import {
  reportVersion,
  type AuditedAccount,
  type AuditedService,
  type AuditNote,
  type AuditOutcome,
  type AuditReport,
} from "../audit-report";
import type { AuditEvidence } from "../audit-evidence";
import { judgeService, shownAccountLevel, type JudgingOptions, type ServiceFacts } from "./judge-service";
import { reportSecrets } from "./report-secrets";
import type { SecretTexts } from "./secret-texts";
import type { LiveAccount } from "../live/live-account";
import { serviceFacts } from "./service-facts";
import { auditVerdicts, type AuditVerdict } from "../verdict";

/** What goes into a report besides what was evidence. */
export interface AuditRun {
  readonly plan: AuditPlan;
  readonly tool: AuditReport["tool"];
  readonly startedAt: Date;
  readonly wasStopped: boolean;
}

/** Judges what was evidence. */
export function buildReport(
  evidence: AuditEvidence,
  liveAccounts: readonly LiveAccount[],
  context: AuditRun,
): AuditReport {
  const { plan, wasStopped } = context;
  const { facts, unread } = serviceFacts(evidence, plan);
  const secrets = reportSecrets(facts, liveAccounts, plan.showSecrets);
  const options: JudgingOptions = { secrets, showSecrets: plan.showSecrets };
  const services = facts.map((each) => judgeService(each, options));
  const accounts = liveAccounts.map((account) => auditedAccount(account, options));
  const notes = (list: readonly AuditNote[]) => sortedNotes(list.map((note) => shownNote(note, secrets)));
  const problems = notes(evidence.problems);
  if (wasStopped) {
    const what = unread === 0 ? "" : `: ${unread} ${unread === 1 ? "service was" : "services were"} not read`;
    problems.push({ subject: "audit", message: `it was stopped${what}`, place: null });
  } else if (problems.length === 0 && accounts.every(({ error }) => error === null)) {
    problems.push(...askedOfNothing(facts, evidence));
  }
  const counts = Object.fromEntries(auditVerdicts.map((verdict) => [verdict, 0])) as Record<AuditVerdict, number>;
  services.forEach(({ verdict }) => (counts[verdict] += 1));
  return {
    version: reportVersion,
    tool: context.tool,
    startedAt: context.startedAt.toISOString(),
    outcome: wasStopped ? "interrupted" : outcomeOf(services, accounts, problems, plan),
    failOn: plan.failOn,
    counts,
    services,
    accounts,
    problems,
    warnings: notes(evidence.warnings),
  };
}

/** An audit that passes because there was nothing to judge would guard nothing. */
function askedOfNothing(facts: readonly ServiceFacts[], { expectations }: AuditEvidence): readonly AuditNote[] {
  const [pattern] = expectations.byName.all;
  if (pattern !== undefined && facts.every(({ expectation }) => expectation === undefined)) {
    const { file } = pattern.place;
    const message = "its patterns match no service's friendly name: nothing was judged by it";
    return [{ subject: file, message, place: { file, line: null, column: null } }];
  }
  return facts.length > 0
    ? []
    : [{ subject: "audit", message: "no source has a service: nothing was judged", place: null }];
}

function outcomeOf(
  services: readonly AuditedService[],
  accounts: readonly AuditedAccount[],
  problems: readonly AuditNote[],
  { failOn }: AuditPlan,
): AuditOutcome {
  const isUnread =
    services.some(({ verdict }) => verdict === "unreadable") || accounts.some(({ error }) => error !== null);
  if (problems.length > 0 || isUnread) {
    return "incomplete";
  }
  return services.some(({ verdict }) => (failOn as readonly AuditVerdict[]).includes(verdict)) ? "failed" : "passed";
}

function auditedAccount(account: LiveAccount, options: JudgingOptions): AuditedAccount {
  const { accountLevel, accountSid, accountLevelFault } = account;
  const { secrets } = options;
  return {
    account: account.name ?? null,
    accountSid: accountSid === undefined ? null : secrets.redactedValue(accountSid),
    configuration: accountLevel === undefined ? null : shownAccountLevel(accountLevel, options),
    error: accountLevelFault === undefined ? null : secrets.redacted(accountLevelFault),
  };
}

function shownNote({ subject, message, place }: AuditNote, secrets: SecretTexts): AuditNote {
  return { subject, message: secrets.redacted(message), place };
}

/** Stacks are read in no certain order; a report of the same facts is the same. */
function sortedNotes(notes: readonly AuditNote[]): AuditNote[] {
  const text = ({ subject, place, message }: AuditNote) =>
    [subject, String(place?.line ?? 0).padStart(9, "0"), String(place?.column ?? 0).padStart(9, "0"), message].join(
      "\n",
    );
  return [...notes].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}
