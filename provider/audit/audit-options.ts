import { requireAccountName } from "../credentials/account-name";
import { InvalidInputError } from "../errors/invalid-input-error";
import { didYouMean } from "../text/did-you-mean";
import { printableJson } from "../text/printable";
import type { Environment } from "../credentials/settings-source";
import { requireOptions } from "./option-types";
import { defaultFailOn, failingVerdicts, type FailingVerdict } from "./verdict";

/**
 * How far an audit is.
 * @example
 * const show = ({ phase, done, total }: AuditProgress) => console.error(`${phase}: ${done} of ${total}`);
 */
export interface AuditProgress {
  /** What it does: it reads the stacks' states, then services at Twilio. */
  readonly phase: "stacks" | "services";
  /** How many of them are read. */
  readonly done: number;
  /** As far as it is known by now. */
  readonly total: number;
}

/**
 * What to audit, and how. At least one source must be named: `stacks` to `allServices`.
 * @example
 * const options: AuditOptions = { stacks: ["prod"], expectationsFile: "expectations.yaml", failOn: ["violation"] };
 * const report = await audit(options);
 */
export interface AuditOptions {
  /**
   * Stacks, by names that the Pulumi CLI understands: `dev` of the current project, or fully qualified.
   * @default none
   */
  readonly stacks?: readonly string[] | undefined;
  /**
   * All stacks that the Pulumi CLI shows in the backend it is logged in to, of any project.
   * @default false
   */
  readonly allStacks?: boolean | undefined;
  /**
   * Files that `pulumi stack export` wrote. Their secrets can only be compared if it did so with `--show-secrets`.
   * @default none
   */
  readonly stateFiles?: readonly string[] | undefined;
  /**
   * A YAML or JSON file of expectations.
   * @see schemas/expectations.schema.json
   * @default none
   */
  readonly expectationsFile?: string | undefined;
  /**
   * All services of the accounts.
   * @default false
   */
  readonly allServices?: boolean | undefined;
  /**
   * The named accounts for `allServices` and for the services that only the expectations file names; undefined stands
   * for the default one. Each has its credentials in the environment: `TWILIO_*`, or `TWILIO_*_EU` for `eu`.
   * @default the default account
   */
  readonly accounts?: readonly (string | undefined)[] | undefined;
  /**
   * How many services are read at the same time at most, in each account.
   * @default 64
   */
  readonly concurrency?: number | undefined;
  /**
   * The verdicts that make the audit fail.
   * @default violation, missing and drifted
   */
  readonly failOn?: readonly FailingVerdict[] | undefined;
  /**
   * Whether secrets are in the report as they are.
   * @default false
   */
  readonly showSecrets?: boolean | undefined;
  /**
   * Where the Pulumi CLI runs, and what file names are relative to.
   * @default the current folder
   */
  readonly workDir?: string | undefined;
  /**
   * Where credentials are looked up, and what the Pulumi CLI gets.
   * @default process.env
   */
  readonly environment?: Environment | undefined;
  /** Stops it at once; it then gives what it has learnt. */
  readonly signal?: AbortSignal | undefined;
  /** Told how far it is. */
  readonly onProgress?: ((progress: AuditProgress) => void) | undefined;
}

/** The same, checked, with the defaults. */
export interface AuditPlan {
  readonly stacks: readonly string[];
  readonly allStacks: boolean;
  readonly stateFiles: readonly string[];
  readonly expectationsFile: string | undefined;
  readonly allServices: boolean;
  readonly accounts: readonly (string | undefined)[];
  /** Whether the user named accounts. */
  readonly namesAccounts: boolean;
  readonly concurrency: number | undefined;
  readonly failOn: readonly FailingVerdict[];
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
    accounts: [...new Set((options.accounts ?? [undefined]).map((account) => requireAccountName(account)))],
    namesAccounts: options.accounts !== undefined,
    concurrency: options.concurrency,
    failOn: [...new Set(options.failOn ?? defaultFailOn)].map(requireFailing),
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
  if (!records && plan.expectationsFile === undefined && !plan.allServices) {
    throw new InvalidInputError("stacks", "there is nothing to audit", [
      "Name at least one source: a stack, all stacks, a state file, an expectations file, or all services.",
    ]);
  }
  if (plan.allStacks && plan.stacks.length > 0) {
    throw new InvalidInputError("allStacks", "all stacks and stacks by name cannot be combined");
  }
  if (plan.namesAccounts && plan.expectationsFile === undefined && !plan.allServices) {
    throw new InvalidInputError("accounts", "accounts are for all services and for an expectations file", [
      "The services of stacks and states are read with the accounts that are recorded there.",
    ]);
  }
  if (plan.accounts.length === 0) {
    throw new InvalidInputError("accounts", "accounts is an empty list: leave it out for the default account");
  }
}

function requireFailing(verdict: unknown): FailingVerdict {
  if (failingVerdicts.includes(verdict as FailingVerdict)) {
    return verdict as FailingVerdict;
  }
  const hint = didYouMean(String(verdict), failingVerdicts);
  throw new InvalidInputError(
    "failOn",
    `failOn cannot have ${printableJson(String(verdict))}${hint || `: it may have ${failingVerdicts.join(", ")}`}`,
    ["An unreadable service makes the audit incomplete in any case."],
  );
}
