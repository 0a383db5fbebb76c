// Tested by test/audit/audit.test.ts
import { canonicalSid, isSameSid } from "../../service-sid/same-sid";
import { isServiceSid } from "../../service-sid/service-sid";
import type { AuditEvidence, RecordedSource } from "../audit-evidence";
import type { AuditPlan } from "../audit-plan";
import type { AuditSource } from "../audit-report";
import { fileExpectationFor, namedExpectation } from "../expectations/expectations";
import type { FileExpectation } from "../expectations/file-expectation";
import type { LiveAccount, LiveService } from "../live/live-account";
import type { RecordedService } from "../recorded/recorded-service";
import type { GetWebhookConfigurationResult } from "../../result/account-webhook-configuration";

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

/** The services to judge, and how many were not read because the audit was stopped. */
export interface JudgeableServices {
  readonly facts: readonly ServiceFacts[];
  readonly unread: number;
}

/**
 * Puts together what is known of each service: those recorded first, then those that only the expectations file or the
 * options name, then the others of the accounts.
 */
export function serviceFacts(evidence: AuditEvidence, plan: AuditPlan): JudgeableServices {
  const all = [
    ...evidence.recorded.map((source) => recordedFacts(source, evidence)),
    ...evidence.onlyNamed.map((sid) => factsOfNamed(sid, evidence, plan)),
    ...evidence.environmentAccounts.flatMap((account) => listedFacts(account, evidence, plan)),
  ];
  const facts = all.filter((one) => one !== undefined);
  return { facts, unread: all.length - facts.length };
}

function recordedFacts(
  { source, recorded, account, configNote }: RecordedSource,
  evidence: AuditEvidence,
): ServiceFacts | undefined {
  const { chatServiceSid: sid } = recorded;
  const whyNot = isServiceSid(sid) ? account : (recorded.fault ?? "");
  const live: LiveService | undefined =
    typeof whyNot === "string"
      ? { kind: "unreadable", reason: whyNot }
      : ofKnownName(ofRightAccount(whyNot, recorded), sid, whyNot, evidence);
  const friendlyName = typeof account === "string" ? null : account.friendlyName(sid);
  return (
    live && {
      chatServiceSid: sid,
      friendlyName,
      source,
      account: recorded.account,
      recorded,
      live: live.kind === "unreadable" && configNote !== undefined ? withNote(live, configNote) : live,
      ...(typeof account === "string" ? { accountLevel: undefined } : accountLevelOf(account)),
      expectation: fileExpectationFor(evidence.expectations, sid, friendlyName),
      isTracked: true,
    }
  );
}

function withNote<Live extends { readonly reason: string }>(live: Live, note: string): Live {
  return { ...live, reason: `${live.reason}\n  ${note}` };
}

/**
 * A service is missing only if the account that was recorded does not have it. That another account, or an unknown one,
 * does not have it says nothing.
 */
function ofRightAccount(
  account: LiveAccount,
  { chatServiceSid, values }: RecordedSource["recorded"],
): LiveService | undefined {
  const live = account.service(chatServiceSid);
  const recordedSid = values?.accountSid ?? undefined;
  const answering = account.answeringAccountSid;
  if (live?.kind !== "missing" || recordedSid === undefined || (answering && isSameSid(recordedSid, answering))) {
    return live;
  }
  const was = `it was recorded in account ${recordedSid}, but the credentials`;
  const whose = answering ?? account.accountSid;
  if (whose !== undefined && !isSameSid(whose, recordedSid)) {
    return { kind: "unreadable", reason: `${was} belong to account ${whose}` };
  }
  const why = account.accountLevelRefusal ?? account.accountLevelFault;
  const because = why === undefined ? "" : `: ${why}`;
  return { kind: "unreadable", reason: `${was} do not find it, and whose they are could not be read${because}` };
}

/**
 * A service that is read, and that its account's list does not have, cannot be judged by a file that goes by names: it may
 * have been added, or passed over, while the list was read.
 */
function ofKnownName(
  live: LiveService | undefined,
  sid: string,
  account: LiveAccount,
  { expectations }: Pick<AuditEvidence, "expectations">,
): LiveService | undefined {
  const isOpen = expectations.usesNames && live?.kind === "read" && account.isNameUnknown(sid);
  return isOpen
    ? {
        kind: "unreadable",
        reason:
          "its friendly name, by which the expectations file goes, is not known: the account's list does not have it",
      }
    : live;
}

/** A service that may be in any of the accounts. */
function factsOfNamed(
  sid: string,
  { expectations, environmentAccounts }: AuditEvidence,
  plan: AuditPlan,
): ServiceFacts | undefined {
  const answers = environmentAccounts.map((account) => ({
    account,
    live: ofKnownName(account.service(sid), sid, account, { expectations }),
  }));
  if (answers.some(({ live }) => live === undefined)) {
    return undefined;
  }
  const rank: Readonly<Record<LiveService["kind"], number>> = { read: 0, unreadable: 1, missing: 2 };
  const [best] = answers.sort((a, b) => rank[a.live?.kind ?? "missing"] - rank[b.live?.kind ?? "missing"]);
  const isUnasked = environmentAccounts.length < plan.accounts.length;
  const live: LiveService =
    best?.live === undefined || (best.live.kind === "missing" && isUnasked)
      ? {
          kind: "unreadable",
          reason: "one of the accounts that may have it could not be read: there are no credentials for it",
        }
      : best.live;
  const friendlyName = best?.account.friendlyName(sid) ?? null;
  const expectation = fileExpectationFor(expectations, sid, friendlyName);
  // Of all accounts, it is said of each that it does not have it.
  const reasons = answers.flatMap((answer) => (answer.live?.kind === "missing" ? answer.live.reason : []));
  const place = expectations.bySid.get(canonicalSid(sid))?.place;
  return {
    chatServiceSid: sid,
    friendlyName,
    source: place === undefined ? { kind: "account" } : { kind: "expectations", ...place },
    account: best?.account.name,
    recorded: undefined,
    live: live.kind === "missing" ? { ...live, reason: reasons.join("\n") } : live,
    ...(best === undefined ? { accountLevel: undefined } : accountLevelOf(best.account)),
    expectation,
    isTracked: namedExpectation(expectations, sid, friendlyName) !== undefined || !hasTrackers(plan),
  };
}

/** Whether there is anything that could name a service. */
function hasTrackers({ stacks, allStacks, stateFiles, expectationsFile }: AuditPlan): boolean {
  return stacks.length > 0 || allStacks || stateFiles.length > 0 || expectationsFile !== undefined;
}

function listedFacts(
  account: LiveAccount,
  { expectations, recorded, onlyNamed }: AuditEvidence,
  plan: AuditPlan,
): (ServiceFacts | undefined)[] {
  const named = [...onlyNamed, ...recorded.map(({ recorded: { chatServiceSid } }) => chatServiceSid)];
  const known = new Set(named.map((sid) => canonicalSid(sid)));
  const source: AuditSource = { kind: "account" };
  // Hosts that are expected of all, and nothing that could name one: each is judged, and none is left out by anybody.
  const isNamedByAll = plan.expectedHosts !== undefined && !hasTrackers(plan);
  return account.listed
    .filter((sid) => !known.has(canonicalSid(sid)) && !account.isGoneSinceListed(sid))
    .map((sid) => {
      const live = account.service(sid);
      const friendlyName = account.friendlyName(sid);
      return (
        live && {
          chatServiceSid: sid,
          friendlyName,
          source,
          account: account.name,
          recorded: undefined,
          live,
          ...accountLevelOf(account),
          expectation: fileExpectationFor(expectations, sid, friendlyName),
          isTracked: isNamedByAll || namedExpectation(expectations, sid, friendlyName) !== undefined,
        }
      );
    });
}

function accountLevelOf({
  accountLevel,
  accountLevelFault,
  accountLevelRefusal,
}: LiveAccount): Pick<ServiceFacts, "accountLevel" | "accountLevelFault"> {
  const fault = accountLevelRefusal ?? accountLevelFault;
  return fault === undefined ? { accountLevel } : { accountLevel, accountLevelFault: fault };
}
