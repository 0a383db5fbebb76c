// Tested by test/audit/audit.test.ts
import { resolve } from "node:path";
import { mapInParallel } from "../../result/map-in-parallel";
import type { AuditPlan } from "../audit-plan";
import type { AuditSource } from "../audit-report";
import type { AuditEvidence } from "../audit-evidence";
import type { LiveAccount } from "../live/live-account";
import { noConfig, type LiveAccounts } from "../live/live-accounts";
import { recordedServices } from "./exported-state";
import { projectName } from "./project-name";
import type { RecordedService } from "./recorded-service";
import { readStackConfig, type StackConfig } from "./stack-config";
import { allStackNames, servicesOfStack } from "./stacks";
import { parseJson, readTextFile } from "../text-file";

/** Each of them starts a process of the Pulumi CLI, which waits for its backend and derives keys in turns. */
const stacksAtOnce = 8;

/** Finds out what the stacks have recorded, and how their services are read: each with the stack's own config. */
export async function readStacks(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): Promise<void> {
  const stacks = plan.allStacks ? await stackNames(plan, evidence) : plan.stacks;
  if (stacks.length === 0) {
    return;
  }
  const project = await projectName(plan.workDir);
  let done = 0;
  const current = new Set<string>();
  const report = () => plan.onProgress({ phase: "stacks", done, total: stacks.length, current: [...current] });
  const read = async (stack: string) => {
    current.add(stack);
    report();
    const subjects = await readStack(stack, project, plan, accounts, evidence);
    current.delete(stack);
    done += 1;
    report();
    return subjects;
  };
  const perStack = await mapInParallel(() => asAsync(stacks), stacksAtOnce, read, plan.signal);
  evidence.recorded.push(...perStack.flat());
}

/** The same for exported states, whose services are read with the credentials of the environment. */
export async function readStateFiles(plan: AuditPlan, accounts: LiveAccounts, evidence: AuditEvidence): Promise<void> {
  for (const file of plan.stateFiles) {
    try {
      const text = await readTextFile(resolve(plan.workDir, file), plan.signal);
      const services = recordedServices(parseJson(text)).map((service) => explained(service));
      warnOfNone(`state ${file}`, services, evidence);
      for (const recorded of services) {
        const source: AuditSource = { kind: "state", file, resource: recorded.resource, urn: recorded.urn };
        evidence.recorded.push({
          source,
          recorded,
          account: accounts.find(recorded.account, recorded.providerSettings ?? noConfig),
        });
      }
    } catch (error) {
      plan.signal.throwIfAborted();
      evidence.problem(`state ${file}`, (error as Error).message, { file, line: null, column: null });
    }
  }
}

async function stackNames(plan: AuditPlan, evidence: AuditEvidence): Promise<readonly string[]> {
  try {
    const names = await allStackNames(plan);
    if (names.length === 0) {
      evidence.warning("all stacks", "the backend has no stack");
    }
    return names;
  } catch (error) {
    plan.signal.throwIfAborted();
    evidence.problem("all stacks", (error as Error).message);
    return [];
  }
}

async function readStack(
  stack: string,
  project: string | undefined,
  plan: AuditPlan,
  accounts: LiveAccounts,
  evidence: AuditEvidence,
): Promise<AuditEvidence["recorded"]> {
  let services: readonly RecordedService[];
  try {
    services = await servicesOfStack(stack, plan);
  } catch (error) {
    plan.signal.throwIfAborted();
    if (await isGoneSinceListed(stack, plan)) {
      evidence.warning(`stack ${stack}`, "it was in the list and then not found: it was removed meanwhile");
    } else {
      evidence.problem(`stack ${stack}`, (error as Error).message);
    }
    return [];
  }
  warnOfNone(`stack ${stack}`, services, evidence);
  if (services.length === 0) {
    return [];
  }
  const config = await configOf(stack, services[0]?.project, project, plan, evidence);
  return services.map((recorded) => ({
    source: { kind: "stack", stack, resource: recorded.resource, urn: recorded.urn },
    recorded,
    account: accountOf(recorded, config, accounts),
    configNote: typeof config === "object" && config.isEmpty ? emptyConfigNote(stack) : undefined,
  }));
}

/** Whether nobody but the list named a stack, and the list does not have it any more: such as one of a pull request. */
async function isGoneSinceListed(stack: string, plan: AuditPlan): Promise<boolean> {
  try {
    return plan.allStacks && !(await allStackNames(plan)).includes(stack);
  } catch {
    plan.signal.throwIfAborted();
    return false;
  }
}

/** An explicit provider has settings of its own, whatever the stack's config has. */
function accountOf(
  { account, providerSettings }: RecordedService,
  config: StackConfig | string | undefined,
  accounts: LiveAccounts,
): LiveAccount | string {
  if (providerSettings !== undefined) {
    return accounts.find(account, providerSettings);
  }
  return typeof config === "string" ? config : accounts.find(account, config?.lookUp);
}

function emptyConfigNote(stack: string): string {
  return (
    `Stack ${stack} has no config in this folder, so the credentials come from the environment. A file that was given ` +
    "with --config-file is not read."
  );
}

/** The stack's config, or why it cannot be read; undefined if it is out of reach. */
async function configOf(
  stack: string,
  itsProject: string | undefined,
  project: string | undefined,
  plan: AuditPlan,
  evidence: AuditEvidence,
): Promise<StackConfig | string | undefined> {
  if (itsProject !== project) {
    // The Pulumi CLI would give the config that the current project has for a stack of that name.
    evidence.warning(
      `stack ${stack}`,
      `it belongs to the project ${itsProject ?? ""}, whose config cannot be read from this folder: its services are ` +
        "read with the credentials of the environment; run the audit in that project's folder to use its own",
    );
    return undefined;
  }
  try {
    return await readStackConfig(stack, plan);
  } catch (error) {
    plan.signal.throwIfAborted();
    return `the config of stack ${stack} could not be read: ${(error as Error).message}`;
  }
}

function explained(service: RecordedService): RecordedService {
  return service.fault?.includes("encrypted") === true
    ? { ...service, fault: `${service.fault}; export the state with --show-secrets, or name the stack` }
    : service;
}

function warnOfNone(subject: string, services: readonly RecordedService[], evidence: AuditEvidence): void {
  if (services.length === 0) {
    evidence.warning(subject, "it has recorded no service's webhook configuration");
  }
}

async function* asAsync<Item>(items: readonly Item[]): AsyncGenerator<Item, void, undefined> {
  yield* items;
}
