// Tested by test/audit/live/accounts.test.ts
import { canonicalSid } from "../../service-sid/same-sid";
import { isServiceSid } from "../../service-sid/service-sid";
import { printableJson } from "../../text/printable";
import { accountLabel } from "../account-label";
import type { AuditEvidence } from "../audit-evidence";
import type { AuditPlan } from "../audit-plan";
import { noConfig, type LiveAccounts } from "./live-accounts";

/**
 * Reads at Twilio what there is to read: the recorded services, those that only the expectations file or the
 * options name, and those in the accounts' lists.
 */
export async function readAccounts(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): Promise<void> {
  wantRecorded(evidence);
  wantFromEnvironmentAccounts(plan, accounts, evidence);
  await readWanted(plan, accounts, evidence);
  if (areNamesKnown(plan, accounts, evidence)) {
    warnOfIdlePatterns(plan, accounts, evidence);
    warnOfIdleServices(plan, accounts, evidence);
  }
}

/** Reads what is wanted of the accounts, and says what could not be read of the accounts themselves. */
export async function readWanted(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): Promise<void> {
  let done = 0;
  let total = 0;
  const report = () => plan.onProgress({ phase: "services", done, total });
  await accounts.read({
    signal: plan.signal,
    concurrency: plan.concurrency,
    onTotal: (count) => {
      total += count;
      report();
    },
    onService: () => {
      done += 1;
      report();
    },
  });
  noteAccounts(plan, accounts, evidence);
}

/** Wants the services that stacks and states have recorded. */
export function wantRecorded({ recorded, expectations }: AuditEvidence): void {
  for (const { recorded: service, account } of recorded) {
    if (typeof account !== "string" && isServiceSid(service.chatServiceSid)) {
      account.want(service.chatServiceSid);
      account.wantsList ||= expectations.usesNames;
    }
  }
}

/** Wants what the accounts of the environment are asked for. */
function wantFromEnvironmentAccounts(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): void {
  const { recorded, expectations } = evidence;
  const isRecorded = new Set(recorded.map(({ recorded: { chatServiceSid } }) => canonicalSid(chatServiceSid)));
  const named = new Map([...expectations.bySid].map(([key, { chatServiceSid }]) => [key, chatServiceSid]));
  plan.services.forEach((sid) => named.set(canonicalSid(sid), named.get(canonicalSid(sid)) ?? sid));
  evidence.onlyNamed.push(...[...named].filter(([key]) => !isRecorded.has(key)).map(([, sid]) => sid));
  // Patterns choose among the recorded services; without any, or if accounts are named, among those of the accounts.
  const choosesByName = expectations.byName.all.length > 0 && (recorded.length === 0 || plan.namesAccounts);
  if (!plan.allServices && !choosesByName && evidence.onlyNamed.length === 0) {
    return;
  }
  for (const name of plan.accounts) {
    const account = accounts.find(name, noConfig);
    if (typeof account === "string") {
      evidence.problem(accountLabel(name), account);
      continue;
    }
    evidence.environmentAccounts.push(account);
    evidence.onlyNamed.forEach((sid) => account.want(canonicalSid(sid)));
    account.wantsList ||= plan.allServices || expectations.usesNames;
    if (plan.allServices) {
      account.wantsListed = () => true;
    } else if (choosesByName) {
      account.wantsListed = (friendlyName) =>
        friendlyName !== null && expectations.byName.find(friendlyName) !== undefined;
    }
  }
}

/** Says what could not be read of the accounts themselves, and which of them have nothing to audit. */
function noteAccounts(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): void {
  for (const account of accounts.all) {
    const { accountLevelFault, accountLevelRefusal, listFault } = account;
    const label = accountLabel(account.name);
    // Wrong credentials are one problem, which the account has already.
    if (listFault !== undefined && listFault !== accountLevelFault) {
      evidence.problem(label, listFault);
    }
    if (accountLevelRefusal !== undefined && listFault === undefined) {
      const [why = ""] = accountLevelRefusal.split("\n");
      evidence.warning(label, `its own webhook configuration is not known, which leaves the audit complete: ${why}`);
    }
    const isEmpty = account.wantsList && listFault === undefined && account.listSize === 0;
    if (isEmpty && plan.allServices && evidence.environmentAccounts.includes(account)) {
      evidence.warning(label, "it has no Conversations service");
    }
    for (const { sid, friendlyName } of account.goneSinceListed) {
      const name = friendlyName === null ? "" : ` (${printableJson(friendlyName)})`;
      evidence.warning(label, `service ${sid}${name} was in the list and then not found: it was deleted meanwhile`);
    }
  }
}

/** Whether every list was read that was wanted: of a name in another one, nothing can be said. */
function areNamesKnown(
  plan: AuditPlan,
  accounts: LiveAccounts,
  { recorded, environmentAccounts }: AuditEvidence,
): boolean {
  return (
    accounts.all.every(({ listFault }) => listFault === undefined) &&
    recorded.every(({ account }) => typeof account !== "string") &&
    (environmentAccounts.length === 0 || environmentAccounts.length === plan.accounts.length) &&
    accounts.all.length > 0
  );
}

/** A pattern that no name matches guards nothing, and is likely to be misspelt. */
function warnOfIdlePatterns({ rules }: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): void {
  const names = new Set(accounts.all.flatMap(({ friendlyNames }) => friendlyNames));
  const { byName, rules: fileRules } = evidence.expectations;
  const ofRules = rules === "off" ? [] : fileRules.byName.filter(({ matches }) => ![...names].some(matches));
  for (const { pattern, place } of [...byName.idle(names), ...ofRules]) {
    evidence.warning(place.file, `no service's friendly name matches ${printableJson(pattern)}`, place);
  }
}

/** The same of a SID under `rules`: a misspelt one would leave the service to the rules for all. */
function warnOfIdleServices({ rules }: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): void {
  const { expectations, recorded, onlyNamed } = evidence;
  const sids = [
    ...recorded.map(({ recorded: { chatServiceSid } }) => chatServiceSid),
    ...onlyNamed,
    ...accounts.all.flatMap(({ listed }) => listed),
  ];
  const audited = new Set(sids.map(canonicalSid));
  for (const [sid, { place }] of rules === "off" ? [] : expectations.rules.bySid) {
    if (!audited.has(sid)) {
      evidence.warning(place.file, "the service that rules.services names here is not among those of the audit", place);
    }
  }
}
