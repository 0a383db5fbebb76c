import { requireAccountName } from "../credentials/account-name";
import { InvalidInputError } from "../errors/invalid-input-error";
import type { Environment } from "../credentials/settings-source";
import { didYouMean } from "../text/did-you-mean";
import { canonicalSid } from "../service-sid/same-sid";
import { requireServiceSid } from "../service-sid/service-sid";
import { printableJson } from "../text/printable";
import type { AuditOptions, AuditProgress } from "./audit-options";
import { requireExpectedHosts, type ExpectedHosts } from "./expectations/expected-hosts";
import { requireOptions } from "./option-types";
import { compileRules, type RuleSettings } from "../rules/rule-settings";
import { defaultFailOn, failingCauses, severities, type FailingCause } from "./verdict";

/** The options of an audit, checked, with the defaults. */
export interface AuditPlan {
  readonly stacks: readonly string[];
  readonly allStacks: boolean;
  readonly stateFiles: readonly string[];
  readonly expectationsFile: string | undefined;
  readonly allServices: boolean;
  /** Each once, whichever the case of its digits. */
  readonly services: readonly string[];
  readonly expectedHosts: ExpectedHosts | undefined;
  readonly accounts: readonly (string | undefined)[];
  /** Whether the user named accounts. */
  readonly namesAccounts: boolean;
  readonly concurrency: number | undefined;
  readonly failOn: readonly FailingCause[];
  readonly rules: RuleSettings;
  readonly reach: boolean;
  readonly showSecrets: boolean;
  readonly workDir: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
  readonly onProgress: (progress: AuditProgress) => void;
}

/**
 * Checks the options of an audit.
 * @throws {InvalidInputError} for any that cannot be right, or do not go together.
 */
export function auditPlan(options: AuditOptions): AuditPlan {
  requireOptions(options);
  const plan: AuditPlan = {
    stacks: [...new Set(options.stacks)],
    allStacks: options.allStacks ?? false,
    stateFiles: [...new Set(options.stateFiles)],
    expectationsFile: options.expectationsFile,
    allServices: options.allServices ?? false,
    services: requireServices(options.services ?? []),
    expectedHosts: options.expectHosts && requireExpectedHosts(options.expectHosts),
    accounts: [...new Set((options.accounts ?? [undefined]).map((account) => requireAccountName(account)))],
    namesAccounts: options.accounts !== undefined,
    concurrency: options.concurrency,
    failOn: withWorse([...new Set(options.failOn ?? defaultFailOn)].map(requireFailing)),
    rules: requireRules(options.rules),
    reach: options.reach ?? false,
    showSecrets: options.showSecrets ?? false,
    workDir: options.workDir ?? process.cwd(),
    environment: options.environment ?? process.env,
    signal: options.signal ?? new AbortController().signal,
    onProgress: options.onProgress ?? (() => {}),
  };
  requireSource(plan);
  return plan;
}

function requireSource(plan: AuditPlan): void {
  const records = plan.stacks.length > 0 || plan.allStacks || plan.stateFiles.length > 0;
  const isOfAccounts = plan.expectationsFile !== undefined || plan.allServices || plan.services.length > 0;
  if (!records && !isOfAccounts) {
    throw new InvalidInputError("stacks", "there is nothing to audit", [
      "Name at least one source: a stack, all stacks, a state file, an expectations file, all services, or services.",
    ]);
  }
  if (plan.allStacks && plan.stacks.length > 0) {
    throw new InvalidInputError("allStacks", "all stacks and stacks by name cannot be combined");
  }
  if (plan.namesAccounts && !isOfAccounts) {
    throw new InvalidInputError(
      "accounts",
      "accounts are for all services, for services and for an expectations file",
      ["The services of stacks and states are read with the accounts that are recorded there."],
    );
  }
  if (plan.accounts.length === 0) {
    throw new InvalidInputError("accounts", "accounts is an empty list: leave it out for the default account");
  }
}

function requireServices(sids: readonly string[]): readonly string[] {
  sids.forEach((sid, index) => requireServiceSid(sid, `services[${index}]`));
  return [...new Map(sids.map((sid) => [canonicalSid(sid), sid])).values()];
}

/** Who wants warnings to fail wants errors to. */
function withWorse(failOn: readonly FailingCause[]): readonly FailingCause[] {
  const mildest = Math.max(...failOn.map((cause) => (severities as readonly FailingCause[]).indexOf(cause)));
  return [
    ...failOn.filter((cause) => !(severities as readonly FailingCause[]).includes(cause)),
    ...severities.slice(0, mildest + 1),
  ];
}

function requireRules(rules: RuleSettings = "recommended"): RuleSettings {
  compileRules(rules);
  return typeof rules === "string" ? rules : { ...rules };
}

function requireFailing(cause: unknown): FailingCause {
  if (failingCauses.includes(cause as FailingCause)) {
    return cause as FailingCause;
  }
  const hint = didYouMean(String(cause), failingCauses);
  throw new InvalidInputError(
    "failOn",
    `failOn cannot have ${printableJson(String(cause))}${hint || `: it may have ${failingCauses.join(", ")}`}`,
    ["An unreadable service makes the audit incomplete in any case."],
  );
}
