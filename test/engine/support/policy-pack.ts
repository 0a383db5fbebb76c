import { chmodSync, mkdirSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { packProgram, writePolicyPack } from "../../policy/support/pack-folder";
import type { Project } from "./index";

// For a runtime of this name there is no language host that would have to know of policy packs: the engine then starts
// a program named after it, which stands for what a newer language host does.
const runtime = "packhost";

/** Gives the project a policy pack with these policies; the arguments that make a preview or an update use it. */
export function addPolicyPack(project: Project, policies: string, config?: object): string[] {
  const folder = join(project.folder, "pack");
  writePolicyPack(folder, packProgram(policies), runtime);
  const programs = join(project.folder, "bin");
  const starter = join(programs, `pulumi-analyzer-policy-${runtime}`);
  mkdirSync(programs);
  writeFileSync(starter, `#!/bin/sh\nexec node ./node_modules/@pulumi/pulumi/cmd/run-policy-pack "$@"\n`);
  chmodSync(starter, 0o755);
  project.env["PATH"] = [programs, project.env["PATH"]].join(delimiter);
  return ["--policy-pack", folder, ...policyConfig(project, config)];
}

/** The arguments that make a policy pack use this configuration. */
export function policyConfig(project: Project, config: object | undefined): string[] {
  if (config === undefined) {
    return [];
  }
  const file = join(project.folder, "policy-config.json");
  writeFileSync(file, JSON.stringify(config));
  return ["--policy-pack-config", file];
}

/** What the CLI says of the policies, without what is above and below it. */
export function policiesOf(output: string): string {
  const start = output.lastIndexOf("Policies:\n");
  return start < 0 ? "" : (output.slice(start).split(/\n(?:Diagnostics|Outputs|Resources):\n/)[0] ?? "");
}
