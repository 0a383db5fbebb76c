// Tested by test/audit/snapshot.test.ts
import { canonicalSid } from "../../service-sid/same-sid";
import { readEvidence } from "../audit";
import type { AuditOptions } from "../audit-options";
import { auditPlan } from "../audit-plan";
import type { AuditedService, AuditReport } from "../audit-report";
import { noExpectations } from "../expectations/expectations";
import { buildReport } from "../judging/build-report";
import { reportSecrets } from "../judging/report-secrets";
import { serviceFacts, type ServiceFacts } from "../judging/service-facts";
import type { LiveSettings } from "./expectation-of";

/** A service as it is now. */
export interface SnapshotService {
  /** As the audit has it: secrets are masked in it. */
  readonly audited: AuditedService;
  /** Its configuration; undefined if Twilio has no such service. */
  readonly live: LiveSettings | undefined;
}

/** The live configurations, and the report of an audit of the same moment. */
export interface Snapshot {
  readonly report: AuditReport;
  /** Each service once. Of one that is secret, nothing may be written. */
  readonly services: readonly SnapshotService[];
}

/** How a snapshot is taken: an audit's options, as far as they say what to read. */
export type SnapshotOptions = Omit<AuditOptions, "expectationsFile" | "failOn" | "rules" | "showSecrets">;

/**
 * Reads what is live.
 * @throws {InvalidInputError} for options that cannot be right.
 */
export async function takeSnapshot(options: SnapshotOptions): Promise<Snapshot> {
  const plan = auditPlan({ ...options, failOn: [] });
  // The accounts' lists have the names of what stacks recorded.
  const { evidence, accounts, run } = await readEvidence(plan, { ...noExpectations, usesNames: true });
  const report = buildReport(evidence, accounts, run);
  const { facts } = serviceFacts(evidence, plan);
  const secrets = reportSecrets(facts, accounts, false);
  const services = new Map<string, SnapshotService>();
  const secretValues = new Set(facts.flatMap(valuesRecordedAsSecret));
  const hiddenBySid = new Map<string, string[]>();
  for (const each of facts) {
    const key = canonicalSid(each.chatServiceSid);
    hiddenBySid.set(key, [...(hiddenBySid.get(key) ?? []), ...secretPropertiesOf(each)]);
  }
  facts.forEach(({ chatServiceSid, live }, index) => {
    const audited = report.services[index];
    const key = canonicalSid(chatServiceSid);
    const before = services.get(key);
    if (audited === undefined || before?.live !== undefined) {
      return;
    }
    const values = live.kind === "read" ? live.values : undefined;
    // A value that one stack recorded as a secret is one wherever it stands.
    const hidden = new Set(hiddenBySid.get(key));
    for (const [property, value] of Object.entries(values ?? {})) {
      if (typeof value === "string" && secretValues.has(value)) {
        hidden.add(property);
      }
    }
    services.set(key, { audited, live: values && { values, recordedAsSecret: hidden, secrets } });
  });
  return { report, services: [...services.values()] };
}

function secretPropertiesOf({ recorded }: ServiceFacts): ReadonlySet<string> {
  return new Set<string>([...(recorded?.secrets ?? []), ...(recorded?.expectation?.secretProperties ?? [])]);
}

function valuesRecordedAsSecret(facts: ServiceFacts): readonly unknown[] {
  const { recorded, live } = facts;
  return [recorded?.values, live.kind === "read" ? live.values : undefined].flatMap((values) =>
    Object.entries(values ?? {})
      .filter(([property]) => secretPropertiesOf(facts).has(property) && property.endsWith("Url"))
      .map(([, value]) => value as unknown),
  );
}
