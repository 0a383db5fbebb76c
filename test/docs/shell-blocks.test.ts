import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "yaml";
import { credentialKeys, endpointKeys } from "../../provider/credentials/settings-source";
import type { TwilioEmulator } from "../../provider/testing";
import { createProject, type Project } from "../engine/support";
import { sid, startTwilio } from "../engine/support/service";
import { blocksIn, repository } from "./support/documents";
import { commandsIn, elsewhere, isElsewhere, runShell } from "./support/shell-block";

const commandsHere = (commands: readonly string[], document: string) =>
  commands.filter((command) => !isElsewhere(command, document));
const rows = blocksIn("sh", "bash", "shell").map(([place, block]) => [place, block, commandsIn(block.text)] as const);
const runnable = rows.filter(([, { document }, commands]) => commandsHere(commands, document).length > 0);
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

const recorded = new Map<string, Promise<Project>>();

/** A project whose stack has recorded the service: one for all commands that only look at it. */
function recordedIn(stack: string): Promise<Project> {
  const made = async () => {
    const project = await createProject({ program: { "index.js": program }, env: twilio.environment(), stack });
    expect((await project.up()).code).toBe(0);
    return project;
  };
  const known = recorded.get(stack) ?? made();
  recorded.set(stack, known);
  return known;
}

test("Each command that is run elsewhere is run there", () => {
  for (const { proof } of elsewhere) {
    expect(readFileSync(join(repository, proof[0]), "utf8")).toContain(proof[1]);
  }
});

test.each(runnable)("The commands in %s do what they say", async (_place, { document }, commands) => {
  const [, stack = "dev"] = /--stack (\w+)/.exec(commands.join(" ")) ?? [];
  const isNew = commands.some((command) => command.startsWith("pulumi stack init dev"));
  const project =
    !isNew && commands.some((command) => command.includes("--stack "))
      ? await recordedIn(stack)
      : await createProject({ program: programOf(document), env: twilio.environment(), stack });
  if (isNew) {
    rmSync(join(project.folder, "state", ".pulumi", "stacks"), { recursive: true });
    rmSync(join(project.programFolder, "Pulumi.dev.yaml"));
  }
  const { code, output } = await runShell(project, commandsHere(commands, document));
  expect({ code, output }).toEqual({ code: 0, output: expect.any(String) });
  const { config = {} } = parse(readFileSync(join(project.programFolder, `Pulumi.${stack}.yaml`), "utf8")) as {
    config?: Record<string, unknown>;
  };
  const known = [...credentialKeys, ...endpointKeys, "maxAttempts", "attemptTimeout", "deadline"].join("|");
  for (const command of commands.filter((each) => each.startsWith("pulumi config set "))) {
    const [, secret, key = ""] = /^pulumi config set (--secret )?(?:--path )?([\w:-]+)/.exec(command) ?? [];
    const value = config[(key.includes(":") ? key : `test:${key}`).replace(/\..*/, "")];
    expect(value).toEqual(secret === undefined ? expect.anything() : { secure: expect.any(String) });
    expect(secret === undefined && JSON.stringify(value).includes('"secure"')).toBe(false);
    expect(key).toMatch(new RegExp(`^(\\w+|twilio(-\\w+)?:(${known}))$`));
  }
});

interface Workflow {
  readonly jobs?: Readonly<Record<string, { readonly steps: readonly { readonly run?: string }[] }>>;
}

const workflows = blocksIn("yaml").flatMap(([place, { text, document }]) => {
  const { jobs = {} } = parse(text) as Workflow;
  const commands = Object.values(jobs).flatMap(({ steps }) =>
    steps.flatMap(({ run }) => (run === undefined ? [] : [run])),
  );
  return commands.length === 0 ? [] : [[place, document, commands] as const];
});

test("The documents show workflows", () => {
  expect(workflows.length).toBeGreaterThan(2);
});

test.each(workflows)(
  "The workflow in %s passes while all is well, and fails at a webhook that leads elsewhere",
  async (_place, document, commands) => {
    const project = await recordedIn("prod");
    expect(await runShell(project, commandsHere(commands, document))).toMatchObject({ code: 0 });
    twilio.changeWebhook(sid, { postWebhookUrl: "https://hooks.example.net/after" });
    expect((await runShell(project, commandsHere(commands, document))).code).not.toBe(0);
  },
);
