// Tested by test/audit/audit.test.ts
import type { AuditPlan } from "../audit-plan";
import {
  isFailingFinding,
  isFailingService,
  reportVersion,
  type AuditedAccount,
  type AuditedReach,
  type AuditedService,
  type AuditNote,
  type AuditOutcome,
  type AuditReport,
} from "../audit-report";
import { accountLabel } from "../account-label";
import type { SeenServers } from "../../reach/seen-servers";
import { dependsOnReach } from "../../rules/reach-rules";
import type { AuditEvidence } from "../audit-evidence";
import { lintAccount } from "../../rules/lint";
import { Acceptances, type Acceptance } from "../rules/acceptance";
import { ServiceRules } from "../rules/file-rules";
import { judgedAccount } from "./judge-hosts";
import { judgeService, shownAccountLevel } from "./judge-service";
import type { JudgingOptions } from "./judging-options";
import type { TwilioProfile } from "./remedy-account";
import { reportSecrets } from "./report-secrets";
import type { SecretTexts } from "./secret-texts";
import type { LiveAccount } from "../live/live-account";
import { ShownExpectations } from "./shown-expectations";
import { shownFinding, shownRemedyAccount } from "./shown-finding";
import { hiddenIn } from "./shown-values";
import { serviceFacts, type ServiceFacts } from "./service-facts";
import { auditVerdicts, type AuditVerdict } from "../verdict";

/** The parts of a report besides the evidence. */
export interface AuditRun {
  readonly plan: AuditPlan;
  readonly tool: AuditReport["tool"];
  readonly startedAt: Date;
  readonly wasStopped: boolean;
  /** The profile of the Twilio CLI whose credentials it uses. @default none */
  readonly profile?: TwilioProfile | undefined;
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
  const { failOn, showSecrets } = plan;
  const { rules: fileRules, accept } = evidence.expectations;
  const rules = new ServiceRules(plan.rules, fileRules);
  const acceptances = new Acceptances(accept, context.startedAt);
  const { servers } = evidence;
  const reach = servers && { of: servers.of, now: context.startedAt };
  const expectations = new ShownExpectations(secrets, showSecrets);
  const options: JudgingOptions = {
    secrets,
    showSecrets,
    expectations,
    failOn,
    rules,
    acceptances,
    expectedHosts: plan.expectedHosts,
    profile: context.profile,
    reach,
  };
  const services = facts.map((each) => judgeService(each, options));
  const accounts = liveAccounts.map((account) => auditedAccount(account, options));
  warnOfAccountHosts(liveAccounts, evidence, options);
  if (!wasStopped) {
    warnOfAcceptances(acceptances, evidence, unread === 0 && isAllKnown(services, accounts, evidence));
  }
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
    findingCounts: findingCounts([...services, ...accounts]),
    reach: servers === undefined ? null : auditedReach(servers),
    services,
    accounts,
    problems,
    warnings: notes(evidence.warnings),
  };
}

function auditedReach({ all }: SeenServers): AuditedReach {
  return { hosts: all.length, unknown: all.filter(({ kind }) => kind === "unknown").length };
}

function findingCounts(all: readonly (AuditedService | AuditedAccount)[]): AuditReport["findingCounts"] {
  const counts = { error: 0, warning: 0, note: 0, accepted: 0 };
  for (const { findings } of all) {
    for (const { severity, accepted } of findings) {
      counts[accepted === null ? severity : "accepted"] += 1;
    }
  }
  return counts;
}

/** No verdict is about an account's own settings: they serve the services without a URL, and events of users. */
function warnOfAccountHosts(
  accounts: readonly LiveAccount[],
  evidence: AuditEvidence,
  { expectedHosts, showSecrets }: JudgingOptions,
): void {
  for (const { name, accountLevel } of accounts) {
    const violations = accountLevel && expectedHosts ? judgedAccount(accountLevel, expectedHosts, showSecrets) : [];
    violations.forEach(({ message }) =>
      evidence.warning(accountLabel(name), `its own settings lead elsewhere: ${message}`),
    );
  }
}

/** Whether all was read: of what was not, nobody knows whether an acceptance is about it. */
function isAllKnown(
  services: readonly AuditedService[],
  accounts: readonly AuditedAccount[],
  { problems }: AuditEvidence,
): boolean {
  return (
    problems.length === 0 &&
    services.every(({ verdict }) => verdict !== "unreadable") &&
    accounts.every(({ configuration }) => configuration !== null)
  );
}

function warnOfAcceptances(acceptances: Acceptances, evidence: AuditEvidence, isComplete: boolean): void {
  for (const { cause, accepted } of acceptances.expired) {
    const { until, place } = accepted;
    const what = cause.kind === "rule" ? cause.rule : cause.verdict;
    evidence.warning(place.file, `the acceptance of ${what} ended on ${until ?? ""}: it is judged again`, place);
  }
  const isReachKnown = evidence.servers?.all.every(({ kind }) => kind !== "unknown") === true;
  const isKnown = ({ cause }: Acceptance) => isReachKnown || cause.kind !== "rule" || !dependsOnReach(cause.rule);
  for (const { cause, accepted } of isComplete ? acceptances.idle.filter(isKnown) : []) {
    const what = cause.kind === "rule" ? cause.rule : cause.verdict;
    evidence.warning(accepted.place.file, `nothing was found that the acceptance of ${what} is about`, accepted.place);
  }
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
  const isFailed =
    services.some((service) => isFailingService(service, { failOn })) ||
    accounts.some(({ findings }) => findings.some((finding) => isFailingFinding(finding, { failOn })));
  return isFailed ? "failed" : "passed";
}

function auditedAccount(account: LiveAccount, options: JudgingOptions): AuditedAccount {
  const { accountLevel, accountSid, accountLevelFault } = account;
  const { secrets, showSecrets, rules, acceptances, reach } = options;
  const remedyAccount = shownRemedyAccount(account.name, account.answeringAccountSid, options);
  const found =
    accountLevel === undefined
      ? []
      : lintAccount(accountLevel, rules.general, { secretProperties: hiddenIn([accountLevel]), showSecrets, reach });
  return {
    account: account.name ?? null,
    accountSid: accountSid === undefined ? null : secrets.redactedValue(accountSid),
    configuration: accountLevel === undefined ? null : shownAccountLevel(accountLevel, options),
    error: accountLevelFault === undefined ? null : secrets.redacted(accountLevelFault),
    findings: found.map((finding) =>
      shownFinding(finding, acceptances.ofRule(finding.rule, { account: account.name }), remedyAccount, secrets),
    ),
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
