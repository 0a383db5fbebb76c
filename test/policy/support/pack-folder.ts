import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const repository = join(__dirname, "..", "..", "..");

/** Writes a policy pack as `pulumi policy new` does, with the repository's own packages in place of installed ones. */
export function writePolicyPack(folder: string, program: Record<string, string>, runtime = "nodejs"): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "PulumiPolicy.yaml"), JSON.stringify({ name: "twilio", runtime }));
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name: "twilio", version: "1.2.3" }));
  Object.entries(program).forEach(([name, text]) => writeFileSync(join(folder, name), text));
  symlinkSync(join(repository, "node_modules"), join(folder, "node_modules"), "junction");
}

/** A pack's program: `policies` is the text of a list of policies. */
export function packProgram(policies: string, options = ""): Record<string, string> {
  const text = `
const { PolicyPack } = require("@pulumi/policy");
const { recordedServicesPolicy, webhookExpectationPolicy, webhookRulesPolicy } = require("pulumi-twilio-conversations/policy");
new PolicyPack("twilio", { ${options} policies: [${policies}] });
`;
  return { "index.js": text };
}
