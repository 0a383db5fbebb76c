// Tested by test/cli/explain-command.test.ts
import { isSameSid } from "../../service-sid/same-sid";
import { accountLabel } from "../account-label";
import { AuditEvidence } from "../audit-evidence";
import type { AuditOptions } from "../audit-options";
import { auditPlan, type AuditPlan } from "../audit-plan";
import { thisTool } from "../audit";
import type { TwilioProfile } from "../judging/remedy-account";
import { buildReport } from "../judging/build-report";
import type { Expectations } from "../expectations/expectations";
import { NamePatterns } from "../expectations/name-patterns";
import { takeExpectations } from "../expectations/take-expectations";
import { LiveAccounts, noConfig } from "../live/live-accounts";
import { readWanted, wantRecorded } from "../live/read-accounts";
import { readStacks, readStateFiles } from "../recorded/read-recorded-services";
import { explanationOf, type Explanation } from "./explanation";

/** How a service is explained: an audit's options, as far as they are for one service. */
export type ExplainOptions = Omit<AuditOptions, "allServices" | "services" | "concurrency" | "reach">;

/**
 * Finds out who is told of which event of a service, and what an audit says of it. What stacks and states recorded of it
 * is looked at, and read with their credentials; if they did not record it, it is read with the environment's.
 * @param profile of the Twilio CLI, for the commands of remedies
 * @throws {InvalidInputError} for options that cannot be right.
 */
export async function explainService(
  chatServiceSid: string,
  options: ExplainOptions,
  profile?: TwilioProfile,
): Promise<Explanation> {
  const plan = { ...auditPlan({ ...options, allServices: true }), allServices: false };
  const startedAt = new Date();
  const evidence = new AuditEvidence();
  const accounts = new LiveAccounts(plan.environment);
  const { expectationsFile: file } = plan;
  try {
    if (file === undefined || (await takeExpectations(file, plan, evidence))) {
      await readStacks(plan, accounts, evidence);
      await readStateFiles(plan, accounts, evidence);
      await readService(chatServiceSid, plan, accounts, evidence);
    }
  } catch (error) {
    if (!plan.signal.aborted) {
      throw error;
    }
  }
  const wasStopped = plan.signal.aborted;
  return explanationOf(buildReport(evidence, accounts.all, { plan, tool: thisTool(), startedAt, wasStopped, profile }));
}

async function readService(
  sid: string,
  plan: AuditPlan,
  accounts: LiveAccounts,
  evidence: AuditEvidence,
): Promise<void> {
  const ofService = evidence.recorded.filter(({ recorded }) => isSameSid(recorded.chatServiceSid, sid));
  evidence.recorded.splice(0, Infinity, ...ofService);
  // Accounts of other services in the same stacks are asked nothing.
  accounts.keepOnly(ofService.flatMap(({ account }) => (typeof account === "string" ? [] : [account])));
  if (ofService.length === 0) {
    wantFromEnvironment(sid, plan, accounts, evidence);
  }
  wantRecorded(evidence);
  await readWanted(plan, accounts, evidence);
  evidence.expectations = narrowed(evidence.expectations, sid, accounts);
}

function wantFromEnvironment(sid: string, plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): void {
  evidence.onlyNamed.push(sid);
  for (const name of plan.accounts) {
    const account = accounts.find(name, noConfig);
    if (typeof account === "string") {
      evidence.problem(accountLabel(name), account);
    } else {
      evidence.environmentAccounts.push(account);
      account.want(sid);
      account.wantsList ||= evidence.expectations.usesNames;
    }
  }
}

/** The expectations of this service alone: it is not worth a warning that the others match nothing. */
function narrowed(expectations: Expectations, sid: string, accounts: LiveAccounts): Expectations {
  const names = accounts.all.flatMap((account) => account.friendlyName(sid) ?? []);
  const byName = names.flatMap((name) => expectations.byName.find(name) ?? []);
  return {
    ...expectations,
    byName: new NamePatterns([...new Set(byName)]),
    accept: expectations.accept.filter(({ subject }) => {
      switch (subject.kind) {
        case "service":
          return isSameSid(subject.sid, sid);
        case "friendlyName":
          return names.some(subject.matches);
        case "account":
          return accounts.all.some(({ name }) => name === subject.account);
      }
    }),
  };
}
