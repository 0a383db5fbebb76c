import type { Project } from "../support";
import { diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

const good = "https://hooks.example.com/post";
const hijacked = "https://hooks.examp1e.com/post";

interface Variant {
  readonly version: number;
  readonly hasDependents?: boolean;
  readonly more?: string;
  readonly added?: string;
}

/** A gate of its own, one of a `WebhookGate` and one inside a component, and whatever may depend on one. */
const program = ({ version, hasDependents = true, more = "", added = "" }: Variant) => `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration, WebhookGate } = require("pulumi-twilio-conversations");
const chat = { chatServiceSid: "${sid}", expect: { postWebhookUrl: "${good}" }, ${more} };
const gate = new ServiceWebhookConfiguration("gate", chat);
const webhooks = new WebhookGate("webhooks", { services: { chat } });
class Team extends pulumi.ComponentResource {
  constructor(name) {
    super("example:index:Team", name);
    this.gate = new ServiceWebhookConfiguration("in-team", chat, { parent: this });
    this.registerOutputs({});
  }
}
const team = new Team("team");
const stash = (name, options, input = ${version}) => new pulumi.Stash(name, { input }, options);
stash("apart");
if (${hasDependents}) {
  stash("behind-gate", { dependsOn: gate });
  stash("behind-webhooks", { dependsOn: webhooks });
  stash("behind-team", { dependsOn: team });
  stash("behind-child", { parent: gate });
  stash("behind-deleted-with", { deletedWith: gate });
  stash("behind-output", {}, webhooks.services.chat.method.apply((method) => method + ${version}));
  new ServiceWebhookConfiguration("behind-other", { chatServiceSid: "${sid}" }, { dependsOn: gate });
  ${added}
}
`;
const leftOut = ["--exclude", "**::gate", "--exclude", "**::webhooks-chat", "--exclude", "**::in-team"];

/** What is recorded of each stash. */
async function stashes(project: Project): Promise<Record<string, unknown>> {
  const { resources = [] } = (await project.exportState()).deployment;
  return Object.fromEntries(
    resources
      .filter(({ type }) => type === "pulumi:index:Stash")
      .map(({ urn, inputs }) => [urn.split("::").pop(), inputs?.["input"]]),
  );
}

test("A gate that --target or --exclude leaves out lets nothing pass that depends on it, while it is violated", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, program({ version: 1 }));
  expect(diagnosticsOf((await project.up()).output)).toBe("");
  const before = await stashes(project);

  twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  const added = `stash("behind-new", { dependsOn: gate });`;
  project.writeProgram({ "index.js": program({ version: 2, added }) });
  const preview = await project.preview("--target", "**::apart", "--target", "**::behind-**");
  const up = await project.up("--continue-on-error", ...leftOut);
  for (const run of [preview, up]) {
    expect(run.code).not.toBe(0);
    const said = diagnosticsOf(run.output);
    for (const name of ["gate", "webhooks-chat", "in-team"]) {
      expect(said.split(`error: gate "${name}" is closed, and this run leaves it out`)).toHaveLength(2);
    }
    expect(said.match(/error:/g)).toHaveLength(3);
    expect(said).toContain("Or set `enforcement` to");
    expect(said).not.toMatch(/^\s+at |Unhandled|PromiseRejection|serializing|failed to deliver/m);
    expect(run.output).not.toMatch(/behind-|deleted/);
    expect(run.output).toMatch(/Stash apart (update|updated)/);
  }
  // What does not depend on a gate goes on; nothing else is touched, and nothing is deleted.
  expect(await stashes(project)).toEqual({ ...before, apart: 2 });

  // Nor when the record says what is live, and by --target-dependents.
  expect((await project.refresh()).code).toBe(0);
  const refreshed = await project.up("--target", "**::apart", "--target", "**::behind-**", "--target-dependents");
  expect(refreshed.code).not.toBe(0);
  expect(await stashes(project)).toEqual({ ...before, apart: 2 });

  // With the way out that the message names, it all goes on.
  project.writeProgram({ "index.js": program({ version: 3, more: `enforcement: "advisory"` }) });
  const advisory = await project.up(...leftOut);
  expect(advisory.code).toBe(0);
  expect(diagnosticsOf(advisory.output)).not.toContain("is closed");
  expect(await stashes(project)).toMatchObject({ apart: 3, "behind-gate": 3, "behind-output": "POST3" });
});

test("A gate that cannot be read is closed when it is left out; one that holds lets pass; without dependents it is a warning", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, program({ version: 1 }));
  expect((await project.up()).code).toBe(0);
  project.writeProgram({ "index.js": program({ version: 2 }) });
  const holds = await project.up(...leftOut);
  expect(diagnosticsOf(holds.output)).toBe("");
  expect(await stashes(project)).toMatchObject({ apart: 2, "behind-gate": 2, "behind-webhooks": 2, "behind-team": 2 });

  twilio.removeService(sid);
  project.writeProgram({ "index.js": program({ version: 3 }) });
  const unreadable = await project.up(...leftOut);
  expect(unreadable.code).not.toBe(0);
  expect(diagnosticsOf(unreadable.output)).toMatch(
    /error: gate "gate" is closed.* could not be read: Twilio answered 404/,
  );
  expect(await stashes(project)).toMatchObject({ apart: 3, "behind-gate": 2 });

  project.writeProgram({ "index.js": program({ version: 4, hasDependents: false }) });
  const alone = await project.up("--target", "**::apart");
  expect(alone.code).toBe(0);
  expect(diagnosticsOf(alone.output)).toMatch(
    /\(gate\):\n\s+warning: gate "gate" is closed, and this run leaves it out/,
  );
  expect(await stashes(project)).toMatchObject({ apart: 4, "behind-gate": 2 });
});

test("A gate that is left out lets nothing pass either if it was not judged, since what it waits for is left out or has failed", async () => {
  const twilio = await startTwilio();
  const waiting = (version: number, added: string, options: string) => `
    const pulumi = require("@pulumi/pulumi");
    const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
    const fails = { create: async () => { throw new Error("it fails"); } };
    ${added}
    const chat = { chatServiceSid: "${sid}", expect: { postWebhookUrl: "${good}" } };
    const gate = new ServiceWebhookConfiguration("gate", chat, ${options});
    new pulumi.Stash("behind", { input: ${version} }, { dependsOn: gate });
  `;
  const project = await projectFor(twilio, waiting(1, "", "{}"));
  expect((await project.up()).code).toBe(0);

  twilio.changeWebhook(sid, { postWebhookUrl: hijacked });
  const added = `const setter = new pulumi.dynamic.Resource(fails, "setter", {});`;
  project.writeProgram({ "index.js": waiting(2, added, "{ dependsOn: setter }") });
  const withoutSetter = await project.up("--target", "**::behind");
  const failedSetter = await project.up("--continue-on-error", "--exclude", "**::gate");
  for (const { code, output } of [withoutSetter, failedSetter]) {
    expect(code).not.toBe(0);
    expect(diagnosticsOf(output)).toMatch(/error: gate "gate" is closed.* its service was not read, since a resource/);
  }
  expect(await stashes(project)).toEqual({ behind: 1 });
});
