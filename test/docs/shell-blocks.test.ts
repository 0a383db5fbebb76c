import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { credentialKeys, endpointKeys } from "../../provider/credentials/settings-source";
import type { TwilioEmulator } from "../../provider/testing";
import { createProject } from "../engine/support";
import { projectFor, sid, startTwilio } from "../engine/support/service";
import { blocksIn, repository } from "./support/documents";
import { commandsIn, elsewhere, isElsewhere, runShell } from "./support/shell-block";

const commandsHere = (commands: readonly string[]) => commands.filter((command) => !isElsewhere(command));
const rows = blocksIn("sh", "bash", "shell").map(([place, block]) => [place, block, commandsIn(block.text)] as const);
const runnable = rows.filter(([, , commands]) => commands.some((command) => !isElsewhere(command)));
const program = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const chatServiceSid = new pulumi.Config().get("chatServiceSid") ?? "${sid}";
new ServiceWebhookConfiguration("chat", { chatServiceSid, expect: { postWebhookUrl: "https://hooks.example.com/after" } });
`;
// Several commands each, on a machine that may do other things too.
jest.setTimeout(300_000);
let twilio: TwilioEmulator;

beforeAll(async () => {
  twilio = await startTwilio();
});

beforeEach(() => {
  twilio.changeWebhook(sid, {
    preWebhookUrl: "https://hooks.example.com/before",
    postWebhookUrl: "https://hooks.example.com/after",
    method: "POST",
    filters: ["onMessageAdd", "onMessageAdded"],
  });
});

/** The program that a document is about: the example's own, or one that stands for any. */
function programOf(document: string): Record<string, string> {
  const folder = join(repository, dirname(document));
  if (!existsSync(join(folder, "index.ts"))) {
    return { "index.js": program };
  }
  const files = readdirSync(folder).filter((name) => /^(?!Pulumi|package|README).*\.\w+$/.test(name));
  return Object.fromEntries(files.map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

test("Each command that is run elsewhere is run there", () => {
  for (const { proof } of elsewhere) {
    expect(readFileSync(join(repository, proof[0]), "utf8")).toContain(proof[1]);
  }
});

test.each(runnable)("The commands in %s do what they say", async (_place, { document }, commands) => {
  const [, stack = "dev"] = /--stack (\w+)/.exec(commands.join(" ")) ?? [];
  const project = await createProject({ program: programOf(document), env: twilio.environment(), stack });
  if (commands.some((command) => command.startsWith("pulumi stack init dev"))) {
    await project.pulumi("stack", "rm", "dev", "--yes");
  } else if (commands.some((command) => command.includes("--stack "))) {
    expect((await project.up()).code).toBe(0);
  }
  const { code, output } = await runShell(project, commandsHere(commands));
  expect({ code, output }).toEqual({ code: 0, output: expect.any(String) });
  const config = JSON.parse((await project.pulumi("config", "--json")).stdout) as Record<string, { secret: boolean }>;
  const known = [...credentialKeys, ...endpointKeys, "maxAttempts", "attemptTimeout", "deadline"].join("|");
  for (const command of commands.filter((each) => each.startsWith("pulumi config set "))) {
    const [, secret, key = ""] = /^pulumi config set (--secret )?(?:--path )?([\w:-]+)/.exec(command) ?? [];
    expect(config[key.includes(":") ? key : `test:${key}`]).toMatchObject({ secret: secret !== undefined });
    expect(key).toMatch(new RegExp(`^(\\w+|twilio(-\\w+)?:(${known}))$`));
  }
});

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

const workflows = blocksIn("yaml").flatMap(([place, { text }]) => {
  const { jobs = {} } = parse(text) as Workflow;
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  );
  return commands.length === 0 ? [] : [[place, commands] as const];
});

test("The documents show workflows", () => {
  expect(workflows.length).toBeGreaterThan(2);
});

test.each(workflows)(
  "The workflow in %s passes while all is well, and fails at a webhook that leads elsewhere",
  async (_place, commands) => {
    const project = await projectFor(twilio, program, { stack: "prod" });
    expect((await project.up()).code).toBe(0);
    expect(await runShell(project, commandsHere(commands))).toMatchObject({ code: 0 });
    twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.net/after" });
    expect((await runShell(project, commandsHere(commands))).code).not.toBe(0);
  },
);
