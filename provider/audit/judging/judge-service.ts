import { isDeepStrictEqual } from "node:util";
import type { CompiledExpectation } from "../../expectation/compiled-expectation";
import { secretPlaceholder } from "../../text/secret-placeholder";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";
import { judge } from "../../verdict/judge";
import { violationReport } from "../../verdict/violation-report";
import type { AuditDifference, AuditedService, AuditSource, AuditViolation } from "../audit-report";
import type { FileExpectation } from "../expectations/file-expectation";
import type { LiveService } from "../live/live-account";
import { hiddenProperties, shownValues, withoutSid } from "./shown-values";
import { locationText, type FileLocation } from "../file-location";
import type { RecordedService } from "../recorded/recorded-service";
import type { AuditVerdict } from "../verdict";
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
  /** What the expectations file expects of it. */
  readonly expectation: FileExpectation | undefined;
  /** Whether a stack, a state or the expectations file names it. */
  readonly isTracked: boolean;
}

/** Of tens of thousands of services that are as they should be, each has three of these. */
const none: readonly never[] = Object.freeze([]);

/** Judges a service, and takes secrets out of what is said of it. */
export function judgeService(facts: ServiceFacts, showSecrets: boolean): AuditedService {
  const { chatServiceSid, recorded, accountLevel } = facts;
  const live = facts.live.kind === "read" ? facts.live.values : null;
  const values = recorded?.values ?? null;
  const hidden = showSecrets ? new Set<string>() : hiddenProperties([values, live], recorded && secretsOf(recorded));
  const violations =
    live === null || recorded?.fault !== undefined ? [] : violationsOf(facts, live, hidden, showSecrets);
  const differences = live === null || values === null ? [] : differencesOf(values, live, hidden);
  const shownSid = recorded?.hasSecretSid === true && !showSecrets ? secretPlaceholder : chatServiceSid;
  const service: AuditedService = {
    verdict: verdictOf(facts, violations, differences),
    chatServiceSid: shownSid,
    friendlyName: facts.friendlyName,
    source: facts.source,
    account: facts.account ?? null,
    reason: reasonOf(facts),
    recorded: values && shownValues(values, hidden),
    live: live && shownValues(live, hidden),
    accountLevel: accountLevel ? shownAccountLevel(accountLevel, showSecrets) : null,
    violations: violations.length === 0 ? none : violations,
    differences: differences.length === 0 ? none : differences,
    remediation: violations.length === 0 ? none : remediationOf(violations, shownSid),
  };
  return shownSid === secretPlaceholder ? withoutSid(service, chatServiceSid) : service;
}

/** What was recorded as a secret, and that of which something secret is expected: the live value may have it in it. */
function secretsOf({ secrets, expectation }: RecordedService): ReadonlySet<string> {
  return new Set<string>([...secrets, ...(expectation?.secretProperties ?? [])]);
}

/** An account's own configuration, as far as it may be shown. */
export function shownAccountLevel(configuration: GetWebhookConfigurationResult, showSecrets: boolean) {
  return shownValues(configuration, showSecrets ? new Set() : hiddenProperties([configuration]));
}

function verdictOf(
  { live, recorded, isTracked }: ServiceFacts,
  violations: readonly unknown[],
  differences: readonly unknown[],
): AuditVerdict {
  if (live.kind === "unreadable" || recorded?.fault !== undefined) {
    return "unreadable";
  }
  if (live.kind === "missing") {
    return "missing";
  }
  if (violations.length > 0) {
    return "violation";
  }
  if (differences.length > 0) {
    return "drifted";
  }
  return isTracked ? "ok" : "untracked";
}

function reasonOf({ live, recorded }: ServiceFacts): string | null {
  const reasons = new Set([recorded?.fault, live.kind === "read" ? undefined : live.reason]);
  return [...reasons].filter((reason) => reason !== undefined).join("\n") || null;
}

function violationsOf(
  { recorded, expectation }: ServiceFacts,
  live: WebhookValues,
  hidden: ReadonlySet<string>,
  showSecrets: boolean,
): AuditViolation[] {
  const broken = (compiled: CompiledExpectation | undefined, of: AuditViolation["of"], place: FileLocation | null) =>
    compiled === undefined
      ? []
      : judge(live, compiled, { secretProperties: hidden, showSecrets }).violations.map((violation) => ({
          ...violation,
          of,
          place,
        }));
  return [
    ...broken(expectation?.compiled, "file", expectation?.place ?? null),
    ...broken(recorded?.expectation, "stack", null),
  ];
}

/** By the same rule as in a preview: also another order of the events is a difference. */
function differencesOf(recorded: WebhookValues, live: WebhookValues, hidden: ReadonlySet<string>): AuditDifference[] {
  const shown = { recorded: shownValues(recorded, hidden), live: shownValues(live, hidden) };
  return recordedProperties
    .filter((property) => !isDeepStrictEqual(recorded[property], live[property]))
    .map((property) => ({ property, recorded: shown.recorded[property], live: shown.live[property] }));
}

function remediationOf(violations: readonly AuditViolation[], chatServiceSid: string): readonly string[] {
  const [first] = violations;
  if (first === undefined) {
    return [];
  }
  const expectationName = first.place === null ? "expect" : locationText(first.place);
  return violationReport(violations, { chatServiceSid, expectationName }).remediationSteps;
}
