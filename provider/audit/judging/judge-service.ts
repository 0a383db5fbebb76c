// Tested by test/audit/audit.test.ts
import { isDeepStrictEqual } from "node:util";
import { hasOwnSettings } from "../../delivery/webhook-settings";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { judge } from "../../verdict/judge";
import type { Violation } from "../../verdict/violation";
import type { Finding } from "../../rules/finding";
import type { SeenReach } from "../../rules/lint-subject";
import { lintService } from "../../rules/lint";
import { violationReport } from "../../verdict/violation-report";
import type {
  Accepted,
  AuditDifference,
  AuditedService,
  AuditFinding,
  AuditSource,
  AuditViolation,
  ShownValues,
} from "../audit-report";
import type { Acceptances } from "../rules/acceptance";
import type { ServiceRules } from "../rules/file-rules";
import type { FileExpectation } from "../expectations/file-expectation";
import type { LiveService } from "../live/live-account";
import { accountDescription } from "../account-label";
import type { ExpectedHosts } from "../expectations/expected-hosts";
import { driftRemediation } from "./drift-remediation";
import { judgeHosts } from "./judge-hosts";
import { atAccount, type RemedyAccount, type TwilioProfile } from "./remedy-account";
import type { SecretTexts } from "./secret-texts";
import type { ShownExpectations } from "./shown-expectations";
import { hiddenIn, shownValues } from "./shown-values";
import { locationText, type FileLocation } from "../file-location";
import type { RecordedService } from "../recorded/recorded-service";
import type { AuditVerdict, FailingCause } from "../verdict";
import { recordedProperties } from "../../recording/recorded-properties";
import type { WebhookValues } from "../webhook-values";

/** All that is known of a service, from one source. */
export interface ServiceFacts {
  readonly chatServiceSid: string;
  readonly friendlyName: string | null;
  readonly source: AuditSource;
  readonly account: string | undefined;
  readonly recorded: RecordedService | undefined;
  readonly live: LiveService;
  readonly accountLevel: GetWebhookConfigurationResult | undefined;
  /** Why that could not be read. */
  readonly accountLevelFault?: string | undefined;
  /** The expectation of the file of expectations. */
  readonly expectation: FileExpectation | undefined;
  /** Whether a stack, a state or the expectations file names it. */
  readonly isTracked: boolean;
}

/** Of tens of thousands of services that are as they should be, each has three of these. */
const none: readonly never[] = Object.freeze([]);

/** How a service is judged. */
export interface JudgingOptions {
  /** The secrets of the report as a whole. */
  readonly secrets: SecretTexts;
  readonly showSecrets: boolean;
  /** The expectations of the report's services, as they may be shown. */
  readonly expectations: ShownExpectations;
  readonly failOn: readonly FailingCause[];
  readonly rules: ServiceRules;
  readonly acceptances: Acceptances;
  /** The hosts to which every service must lead; undefined if any may be. */
  readonly expectedHosts: ExpectedHosts | undefined;
  /** The profile of the Twilio CLI whose credentials the audit uses. */
  readonly profile: TwilioProfile | undefined;
  /** The looks at the webhooks' servers; undefined if there were none. */
  readonly reach: SeenReach | undefined;
}

/** Judges a service, and takes secrets out of what is said of it. */
export function judgeService(facts: ServiceFacts, options: JudgingOptions): AuditedService {
  const { chatServiceSid, recorded, accountLevel, source } = facts;
  const { secrets, showSecrets } = options;
  const live = facts.live.kind === "read" ? facts.live.values : null;
  const values = recorded?.values ?? null;
  const hidden = showSecrets ? new Set<string>() : hiddenProperties(facts);
  const shown = {
    recorded: values && shownValues(values, hidden, secrets),
    live: live && shownValues(live, hidden, secrets),
  };
  const unjudged = unjudgedDelivery(facts, options);
  const violations =
    live === null || recorded?.fault !== undefined || unjudged !== undefined
      ? []
      : violationsOf(facts, live, hidden, options);
  const differences =
    live === null || values === null || shown.recorded === null || shown.live === null
      ? []
      : differencesOf(values, live, shown.recorded, shown.live);
  const expectations = options.expectations.of(facts, hidden);
  const shownSid = secrets.redactedValue(chatServiceSid);
  const { verdict, accepted } = verdictOf(facts, violations, differences, options);
  const reason = reasonOf(facts, options);
  const remedyAccount = remedyAccountOf(facts, options);
  const remediation = remediationOf(verdict, violations, differences, shownSid);
  const findings = live === null ? none : findingsOf(facts, live, hidden, remedyAccount, options);
  return {
    verdict,
    accepted: shownAccepted(accepted, secrets),
    chatServiceSid: shownSid,
    friendlyName: facts.friendlyName === null ? null : secrets.redacted(facts.friendlyName),
    source: shownSource(source, secrets),
    account: facts.account ?? null,
    reason: reason && secrets.redacted(reason),
    recorded: shown.recorded,
    live: shown.live,
    accountLevel: accountLevel ? shownAccountLevel(accountLevel, options) : null,
    expectations: expectations.length === 0 ? none : expectations,
    violations: violations.length === 0 ? none : violations,
    differences: differences.length === 0 ? none : differences,
    remediation: remediation.length === 0 ? none : atAccount(remediation, remedyAccount),
    findings,
  };
}

function remedyAccountOf({ account, live, accountLevel }: ServiceFacts, options: JudgingOptions): RemedyAccount {
  const sid = live.kind === "read" ? live.values.accountSid : undefined;
  return shownRemedyAccount(account, sid ?? accountLevel?.accountSid ?? undefined, options);
}

/** An account for remedies, without a SID that is secret. */
export function shownRemedyAccount(
  account: string | undefined,
  sid: string | undefined,
  { secrets, profile }: JudgingOptions,
): RemedyAccount {
  const accountSid = sid !== undefined && secrets.redacted(sid) === sid ? sid : undefined;
  return { label: accountDescription(account, accountSid), accountSid, profile };
}

function shownSource(source: AuditSource, secrets: SecretTexts): AuditSource {
  if (source.kind !== "stack" && source.kind !== "state") {
    return source;
  }
  const { resource, urn } = source;
  return { ...source, resource: secrets.redacted(resource), urn: secrets.redacted(urn) };
}

/** The properties of a service that must not be shown, live or recorded. */
export function hiddenProperties({ recorded, live }: ServiceFacts): ReadonlySet<string> {
  return hiddenIn([recorded?.values, live.kind === "read" ? live.values : null], recorded && secretsOf(recorded));
}

/** The properties recorded as a secret, and those of which something secret is expected: the live value may have it in it. */
function secretsOf({ secrets, expectation }: RecordedService): ReadonlySet<string> {
  return new Set<string>([...secrets, ...(expectation?.secretProperties ?? [])]);
}

/** An account's own configuration, as far as it may be shown. */
export function shownAccountLevel(
  configuration: GetWebhookConfigurationResult,
  { secrets, showSecrets }: JudgingOptions,
): ShownValues<GetWebhookConfigurationResult> {
  return shownValues(configuration, showSecrets ? new Set() : hiddenIn([configuration]), secrets);
}

/**
 * The first verdict that applies. One that is accepted, or that the audit does not fail for, gives way to a later one that
 * fails: it must not hide a drift.
 */
function verdictOf(
  facts: ServiceFacts,
  violations: readonly unknown[],
  differences: readonly unknown[],
  options: JudgingOptions,
): { readonly verdict: AuditVerdict; readonly accepted: Accepted | null } {
  const { chatServiceSid: sid, friendlyName } = facts;
  const { acceptances, failOn } = options;
  const judged = applyingVerdicts(facts, violations, differences, options).map((verdict) => ({
    verdict,
    accepted: acceptances.ofVerdict(verdict, { sid, friendlyName }),
  }));
  const first = judged[0] ?? { verdict: "ok", accepted: null };
  const isFailing = ({ verdict, accepted }: typeof first) =>
    accepted === null && (verdict === "unreadable" || (failOn as readonly AuditVerdict[]).includes(verdict));
  return judged.find(isFailing) ?? first;
}

/** All verdicts that apply, in their order. */
function applyingVerdicts(
  facts: ServiceFacts,
  violations: readonly unknown[],
  differences: readonly unknown[],
  options: JudgingOptions,
): readonly AuditVerdict[] {
  const { live, recorded, isTracked } = facts;
  if (live.kind === "unreadable" || recorded?.fault !== undefined || unjudgedDelivery(facts, options) !== undefined) {
    return ["unreadable"];
  }
  if (live.kind === "missing") {
    return ["missing"];
  }
  return [
    ...(violations.length > 0 ? (["violation"] as const) : []),
    ...(differences.length > 0 ? (["drifted"] as const) : []),
    ...(isTracked ? [] : (["untracked"] as const)),
  ];
}

function findingsOf(
  { chatServiceSid: sid, friendlyName, accountLevel }: ServiceFacts,
  live: WebhookValues,
  secretProperties: ReadonlySet<string>,
  account: RemedyAccount,
  { secrets, showSecrets, rules, acceptances, reach }: JudgingOptions,
): readonly AuditFinding[] {
  const found = lintService({ ...live, chatServiceSid: secrets.redactedValue(sid) }, rules.of(sid, friendlyName), {
    account: accountLevel,
    secretProperties,
    showSecrets,
    reach,
  });
  return found.length === 0
    ? none
    : found.map((finding) =>
        shownFinding(finding, acceptances.ofRule(finding.rule, { sid, friendlyName }), account, secrets),
      );
}

/** A finding without the secrets of the report as a whole. */
export function shownFinding(
  finding: Finding,
  accepted: Accepted | null,
  account: RemedyAccount,
  secrets: SecretTexts,
): AuditFinding {
  const message = secrets.redacted(finding.message);
  const remediation = atAccount(secrets.redacted(finding.remediation).split("\n"), account).join("\n");
  return { ...finding, message, remediation, accepted: shownAccepted(accepted, secrets) };
}

/** A reason is a person's text, and may have the secret in it that it is about. */
function shownAccepted(accepted: Accepted | null, secrets: SecretTexts): Accepted | null {
  return accepted && { ...accepted, reason: secrets.redacted(accepted.reason) };
}

/** Why it cannot be judged where events arrive, if that is so: it depends on what was not read. */
function unjudgedDelivery(
  { live, recorded, expectation, accountLevel, accountLevelFault }: ServiceFacts,
  { expectedHosts }: JudgingOptions,
) {
  const isDemanded = [recorded?.expectation, expectation?.compiled].some((each) => each?.delivers !== undefined);
  if (
    (!isDemanded && expectedHosts === undefined) ||
    live.kind !== "read" ||
    accountLevel !== undefined ||
    hasOwnSettings(live.values)
  ) {
    return undefined;
  }
  const why = accountLevelFault === undefined ? "" : `: ${accountLevelFault}`;
  const what = isDemanded ? "`delivers`" : "where it leads";
  return `it has no URL of its own, so ${what} depends on its account's webhook configuration, which could not be read${why}`;
}

function reasonOf(facts: ServiceFacts, options: JudgingOptions): string | null {
  const { live, recorded } = facts;
  const reasons = new Set([
    recorded?.fault,
    live.kind === "read" ? undefined : live.reason,
    unjudgedDelivery(facts, options),
  ]);
  return [...reasons].filter((reason) => reason !== undefined).join("\n") || null;
}

function violationsOf(
  { recorded, expectation, accountLevel: account }: ServiceFacts,
  live: WebhookValues,
  hidden: ReadonlySet<string>,
  { secrets, showSecrets, expectedHosts }: JudgingOptions,
): AuditViolation[] {
  const told = (violations: readonly Violation[], of: AuditViolation["of"], place: FileLocation | null = null) =>
    violations.map((violation) => ({ ...withoutSecrets(violation, secrets), of, place }));
  const broken = (compiled: CompiledExpectation | undefined) =>
    compiled ? judge(live, compiled, { secretProperties: hidden, showSecrets, account }).violations : none;
  return [
    ...told(broken(expectation?.compiled), "file", expectation?.place),
    ...told(broken(recorded?.expectation), "stack"),
    ...(expectedHosts ? told(judgeHosts(live, expectedHosts, { account, hidden, showSecrets }), "audit") : none),
  ];
}

function withoutSecrets(violation: Violation, secrets: SecretTexts): Violation {
  const { delivery, ...told } = violation;
  const { expected, found, message } = violation;
  const shown = {
    expected: secrets.redactedValue(expected),
    found: secrets.redactedValue(found),
    message: secrets.redacted(message),
  };
  const isSecret =
    !isDeepStrictEqual(shown, { expected, found, message }) ||
    delivery?.filters.some((event) => secrets.redacted(event) !== event) === true;
  return isSecret ? { ...told, ...shown, secret: true } : violation;
}

/** By the same rule as in a preview: another order of the events is a difference too. */
function differencesOf(
  recorded: WebhookValues,
  live: WebhookValues,
  shownRecorded: ShownValues<WebhookValues>,
  shownLive: ShownValues<WebhookValues>,
): AuditDifference[] {
  return recordedProperties
    .filter((property) => !isDeepStrictEqual(recorded[property], live[property]))
    .map((property) => ({ property, recorded: shownRecorded[property], live: shownLive[property] }));
}

function remediationOf(
  verdict: AuditVerdict,
  violations: readonly AuditViolation[],
  differences: readonly AuditDifference[],
  chatServiceSid: string,
): readonly string[] {
  if (verdict === "violation") {
    const names = violations.map(({ of, place }) =>
      place === null ? (of === "audit" ? "--expect-host" : "expect") : locationText(place),
    );
    const expectationName = [...new Set(names)].join("` and `");
    return violationReport(violations, { chatServiceSid, expectationName }).remediationSteps;
  }
  return verdict === "drifted" ? driftRemediation(differences, chatServiceSid) : none;
}
