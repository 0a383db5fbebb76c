import { printableJson } from "../expectation/printable";
import { isServiceSid } from "../service-sid/service-sid";
import { accountLabel } from "./account-label";
import type { AuditPlan } from "./audit-options";
import { matchesNamePattern } from "./expectations/name-pattern";
import type { Gathered } from "./gathered";
import { noConfig, type LiveAccounts } from "./live/live-accounts";

/**
 * Reads at Twilio what there is to read: the recorded services, those that only the expectations file names, and those
 * of the accounts' lists.
 */
export async function gatherLive(plan: AuditPlan, accounts: LiveAccounts, gathered: Gathered): Promise<void> {
  wantRecorded(gathered);
  wantOwn(plan, accounts, gathered);
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
    if (account.listFault !== undefined) {
      gathered.problem(accountLabel(account.name), account.listFault);
    }
  }
  warnOfIdlePatterns(accounts, gathered);
}

function wantRecorded({ recorded, expectations }: Gathered): void {
  for (const { recorded: service, account } of recorded) {
    if (typeof account !== "string" && isServiceSid(service.chatServiceSid)) {
      account.wanted.add(service.chatServiceSid);
      account.wantsList ||= expectations.byName.length > 0;
    }
  }
}

/** Wants what the accounts of the environment are asked for. */
function wantOwn(plan: AuditPlan, accounts: LiveAccounts, gathered: Gathered): void {
  const { recorded, expectations } = gathered;
  const isRecorded = new Set(recorded.map(({ recorded: { chatServiceSid } }) => chatServiceSid));
  gathered.sought.push(...[...expectations.bySid.keys()].filter((sid) => !isRecorded.has(sid)));
  // Patterns choose among the recorded services where there are such; else, or where accounts are named, in those.
  const hasRecords = plan.stacks.length > 0 || plan.allStacks || plan.stateFiles.length > 0;
  const choosesByName = expectations.byName.length > 0 && (!hasRecords || plan.namesAccounts);
  if (!plan.allServices && !choosesByName && gathered.sought.length === 0) {
    return;
  }
  for (const name of plan.accounts) {
    const account = accounts.find(name, noConfig);
    if (typeof account === "string") {
      gathered.problem(accountLabel(name), account);
      continue;
    }
    gathered.ownAccounts.push(account);
    gathered.sought.forEach((sid) => account.wanted.add(sid));
    account.wantsList ||= plan.allServices || expectations.byName.length > 0;
    if (plan.allServices) {
      account.wantsListed = () => true;
    } else if (choosesByName) {
      account.wantsListed = (friendlyName) =>
        friendlyName !== null && expectations.byName.some(({ pattern }) => matchesNamePattern(pattern, friendlyName));
    }
  }
}

/** A pattern that no name matches guards nothing, and is likely to be misspelt. */
function warnOfIdlePatterns(accounts: LiveAccounts, gathered: Gathered): void {
  const names = accounts.all.flatMap((account) => [...account.names.values()]).filter((name) => name !== null);
  for (const { pattern, place } of gathered.expectations.byName) {
    if (!names.some((name) => matchesNamePattern(pattern, name))) {
      gathered.warning(place.file, `no service's friendly name matches ${printableJson(pattern)}`, place);
    }
  }
}
