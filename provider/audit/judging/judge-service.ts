// Tested by test/audit/judging/verdict.test.ts
import { isDeepStrictEqual } from "node:util";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { recordedProperties } from "../../recording/recorded-properties";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { judge } from "../../verdict/judge";
import type { Violation } from "../../verdict/violation";
import { violationReport } from "../../verdict/violation-report";
import type { AuditDifference, AuditedService, AuditSource, AuditViolation, ShownValues } from "../audit-report";
import { locationText, type FileLocation } from "../file-location";
import type { RecordedService } from "../recorded/recorded-service";
import type { AuditVerdict } from "../verdict";
import type { WebhookValues } from "../webhook-values";
import { driftRemediation } from "./drift-remediation";
import { judgeHosts } from "./judge-hosts";
import type { JudgingOptions } from "./judging-options";
import { atAccount } from "./remedy-account";
import type { SecretTexts } from "./secret-texts";
import type { ServiceFacts } from "./service-facts";
import { reasonOf, unjudgedDelivery, verdictOf } from "./service-verdict";
import { findingsOf, remedyAccountOf, shownAccepted } from "./shown-finding";
import { hiddenIn, shownValues } from "./shown-values";

/** Of tens of thousands of services that are as they should be, each has several of these. */
const none: readonly never[] = Object.freeze([]);

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
  const { verdict, accepted } = verdictOf(facts, { violations, differences, unjudged }, options);
  const reason = reasonOf(facts, unjudged);
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
    findings: findings.length === 0 ? none : findings,
  };
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
