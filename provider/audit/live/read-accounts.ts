import { printableJson } from "../../text/printable";
import { isServiceSid } from "../../service-sid/service-sid";
import { accountLabel } from "../account-label";
import type { AuditPlan } from "../audit-options";
import { matchesNamePattern } from "../expectations/name-pattern";
import type { AuditEvidence } from "../audit-evidence";
import { noConfig, type LiveAccounts } from "./live-accounts";

/**
 * Reads at Twilio what there is to read: the recorded services, those that only the expectations file names, and those
 * of the accounts' lists.
 */
export async function readAccounts(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): Promise<void> {
  wantRecorded(evidence);
  wantFromEnvironmentAccounts(plan, accounts, evidence);
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
  for (const account of accounts.all) {
    // Wrong credentials are one problem, which the account has already.
    if (account.listFault !== undefined && account.listFault !== account.accountLevelFault) {
      evidence.problem(accountLabel(account.name), account.listFault);
    }
  }
  if (areNamesKnown(plan, accounts, evidence)) {
    warnOfIdlePatterns(accounts, evidence);
    complainOfNone(plan, evidence);
  }
}

function wantRecorded({ recorded, expectations }: AuditEvidence): void {
  for (const { recorded: service, account } of recorded) {
    if (typeof account !== "string" && isServiceSid(service.chatServiceSid)) {
      account.wanted.add(service.chatServiceSid);
      account.wantsList ||= expectations.byName.length > 0;
    }
  }
}

/** Wants what the accounts of the environment are asked for. */
function wantFromEnvironmentAccounts(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): void {
  const { recorded, expectations } = evidence;
  const isRecorded = new Set(recorded.map(({ recorded: { chatServiceSid } }) => chatServiceSid));
  evidence.onlyInFile.push(...[...expectations.bySid.keys()].filter((sid) => !isRecorded.has(sid)));
  // Patterns choose among the recorded services where there are such; else, or where accounts are named, in those.
  const choosesByName = expectations.byName.length > 0 && (!hasRecords(plan) || plan.namesAccounts);
  if (!plan.allServices && !choosesByName && evidence.onlyInFile.length === 0) {
    return;
  }
  for (const name of plan.accounts) {
    const account = accounts.find(name, noConfig);
    if (typeof account === "string") {
      evidence.problem(accountLabel(name), account);
      continue;
    }
    evidence.environmentAccounts.push(account);
    evidence.onlyInFile.forEach((sid) => account.wanted.add(sid));
    account.wantsList ||= plan.allServices || expectations.byName.length > 0;
    if (plan.allServices) {
      account.wantsListed = () => true;
    } else if (choosesByName) {
      account.wantsListed = (friendlyName) =>
        friendlyName !== null && expectations.byName.some(({ pattern }) => matchesNamePattern(pattern, friendlyName));
    }
  }
}

function hasRecords({ stacks, allStacks, stateFiles }: AuditPlan): boolean {
  return stacks.length > 0 || allStacks || stateFiles.length > 0;
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

/** A file whose patterns alone choose the services, and choose none, guards nothing: that must not pass. */
function complainOfNone(plan: AuditPlan, evidence: AuditEvidence): void {
  const { expectations, recorded, onlyInFile, environmentAccounts } = evidence;
  const [first] = expectations.byName;
  const found = recorded.length + onlyInFile.length + environmentAccounts.flatMap(({ listed }) => listed).length;
  if (first !== undefined && found === 0 && !hasRecords(plan) && !plan.allServices) {
    const { file } = first.place;
    const message = "no service has a friendly name that it knows, so nothing was judged by it";
    evidence.problem(file, message, { file, line: null, column: null });
  }
}

/** A pattern that no name matches guards nothing, and is likely to be misspelt. */
function warnOfIdlePatterns(accounts: LiveAccounts, evidence: AuditEvidence): void {
  const names = accounts.all.flatMap((account) => [...account.names.values()]).filter((name) => name !== null);
  for (const { pattern, place } of evidence.expectations.byName) {
    if (!names.some((name) => matchesNamePattern(pattern, name))) {
      evidence.warning(place.file, `no service's friendly name matches ${printableJson(pattern)}`, place);
    }
  }
}
