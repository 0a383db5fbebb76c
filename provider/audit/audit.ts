import type { ReachNetwork } from "../reach/look-at-server";
import type { AuditOptions } from "./audit-options";
import { auditPlan, type AuditPlan } from "./audit-plan";
import type { AuditReport } from "./audit-report";
import { buildReport, type AuditRun } from "./judging/build-report";
import { noExpectations } from "./expectations/expectations";
import { takeExpectations } from "./expectations/take-expectations";
import type { TwilioProfile } from "./judging/remedy-account";
import type { LiveAccount } from "./live/live-account";
import { readAccounts } from "./live/read-accounts";
import { lookAtHosts } from "./reach/look-at-hosts";
import { readStacks, readStateFiles } from "./recorded/read-recorded-services";
import { AuditEvidence } from "./audit-evidence";
import { LiveAccounts } from "./live/live-accounts";

/**
 * Finds out which services' webhooks are not what they should be: compares what stacks recorded, and what expectations
 * ask for, with what is live. It only reads, at Twilio and from Pulumi's backend.
 *
 * It does not reject because of what it finds or cannot read: the report says so, and its `outcome` is the answer. A
 * wrong expectations file ends it before any request. Stopped by its signal, it gives what it has learnt.
 * @throws {InvalidInputError} for options that cannot be right.
 * @example
 * const { outcome, services } = await audit({ stacks: ["prod"], expectationsFile: "expectations.yaml" });
 */
export async function audit(options: AuditOptions): Promise<AuditReport> {
  return auditWithin({}, options);
}

/**
 * The same; `network` is for tests on one machine, and no user's option leads to it.
 * @param profile of the Twilio CLI, for the commands of remedies
 */
export async function auditWithin(
  network: ReachNetwork,
  options: AuditOptions,
  profile?: TwilioProfile,
): Promise<AuditReport> {
  const plan = auditPlan(options);
  const { evidence, accounts, run } = await readEvidence(plan, noExpectations, network);
  return buildReport(evidence, accounts, { ...run, profile });
}

/** All that an audit reads, for whoever makes a report of it. */
export interface ReadEvidence {
  readonly evidence: AuditEvidence;
  readonly accounts: readonly LiveAccount[];
  readonly run: AuditRun;
}

/**
 * Reads what a plan asks for. Stopped by its signal, it gives what it has learnt.
 * @param expectations unless the plan names a file
 * @param network for tests on one machine
 */
export async function readEvidence(
  plan: AuditPlan,
  expectations = noExpectations,
  network: ReachNetwork = {},
): Promise<ReadEvidence> {
  const startedAt = new Date();
  const evidence = new AuditEvidence();
  evidence.expectations = expectations;
  const accounts = new LiveAccounts(plan.environment);
  try {
    if (await readExpectationsFile(plan, evidence)) {
      await readStacks(plan, accounts, evidence);
      await readStateFiles(plan, accounts, evidence);
      await readAccounts(plan, accounts, evidence);
      if (plan.reach) {
        await lookAtHosts(plan, accounts.all, evidence, network);
      }
    }
  } catch (error) {
    if (!plan.signal.aborted) {
      throw error;
    }
  }
  const wasStopped = plan.signal.aborted;
  return { evidence, accounts: accounts.all, run: { plan, tool: thisTool(), startedAt, wasStopped } };
}

/** Whether there is something to go on with. */
async function readExpectationsFile(plan: AuditPlan, evidence: AuditEvidence): Promise<boolean> {
  const { expectationsFile: file } = plan;
  if (file === undefined) {
    return true;
  }
  if (!(await takeExpectations(file, plan, evidence))) {
    return false;
  }
  const { bySid, byName } = evidence.expectations;
  const hasRecords = plan.stacks.length > 0 || plan.allStacks || plan.stateFiles.length > 0;
  const hasOthers = hasRecords || plan.allServices || plan.services.length > 0;
  if (bySid.size === 0 && byName.all.length === 0 && !hasOthers) {
    evidence.problem(file, "names no service, and there is no source of services to judge by it: name one");
    return false;
  }
  return true;
}

/** The maker of the report. */
export function thisTool(): AuditReport["tool"] {
  const { name, version } = require("pulumi-twilio-conversations/package.json") as AuditReport["tool"];
  return { name, version };
}
