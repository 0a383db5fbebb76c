import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { startEmulator, type TwilioEmulator } from "../../provider/testing";

const repository = join(__dirname, "..", "..");
const sid = "IS0123456789abcdef0123456789abcdef";

interface Action {
  readonly inputs: Readonly<Record<string, { readonly description: string; readonly default: string }>>;
  readonly runs: { readonly steps: readonly Step[] };
}

interface Step {
  readonly name: string;
  readonly run?: string;
  readonly env?: Readonly<Record<string, string>>;
}

const action = parse(readFileSync(join(repository, ".github", "actions", "audit", "action.yml"), "utf8")) as Action;

let twilio: TwilioEmulator;
let folder: string;

beforeAll(async () => {
  twilio = await startEmulator();
  twilio.addService({
    sid,
    webhook: { postWebhookUrl: "https://hooks.example.org/post", filters: ["onMessageAdded"], method: "POST" },
  });
});

afterAll(() => twilio.stop());

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "audit-action-"));
  mkdirSync(join(folder, "project", "node_modules", ".bin"), { recursive: true });
  const command = join(folder, "project", "node_modules", ".bin", "twilio-webhooks");
  const file = join(repository, "provider", "bin", "twilio-webhooks.js");
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${file}" "$@"\n`, { mode: 0o755 });
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (name: string) => join(folder, name);
const textOf = (name: string) => (existsSync(fileOf(name)) ? readFileSync(fileOf(name), "utf8") : "");

/** Runs the steps that are shell, one after another, as a runner does; the first that fails ends the job. */
async function runAction(inputs: Readonly<Record<string, string>>): Promise<{ code: number; output: string }> {
  const given: Record<string, string> = {};
  for (const [name, input] of Object.entries(action.inputs)) {
    given[name] = inputs[name] ?? input.default;
  }
  let output = "";
  for (const step of action.runs.steps) {
    if (step.run === undefined) {
      continue;
    }
    // A runner puts what one step writes to GITHUB_ENV into the environment of the next.
    const written = textOf("env")
      .split("\n")
      .filter((line) => line !== "");
    const env = {
      PATH: process.env["PATH"] ?? "",
      HOME: folder,
      RUNNER_TEMP: folder,
      GITHUB_ENV: fileOf("env"),
      GITHUB_OUTPUT: fileOf("output"),
      GITHUB_STEP_SUMMARY: fileOf("summary"),
      ...twilio.environment(),
      ...(Object.fromEntries(written.map((line) => line.split(/=(.*)/s).slice(0, 2))) as Record<string, string>),
      ...Object.fromEntries(
        Object.entries(step.env ?? {}).map(([name, value]) => [
          name,
          value.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_all, input: string) => given[input] ?? ""),
        ]),
      ),
    };
    const code = await new Promise<number>((resolve, reject) => {
      const args = ["--noprofile", "--norc", "-eo", "pipefail", "-c", step.run ?? ""];
      const child = spawn("bash", args, { cwd: join(folder, "project"), env, stdio: ["ignore", "pipe", "pipe"] });
      child.stdout.on("data", (text: Buffer) => (output += text.toString()));
      child.stderr.on("data", (text: Buffer) => (output += text.toString()));
      child.on("error", reject);
      child.on("close", (code) => resolve(code ?? -1));
    });
    if (code !== 0) {
      return { code, output };
    }
  }
  return { code: 0, output };
}

const expecting = (host: string) => {
  const text = JSON.stringify({ services: { [sid]: { postWebhookUrl: { host } } } });
  writeFileSync(join(folder, "project", "expectations.yaml"), text);
};

test("The action passes while all is well, shows the report in the job's summary, and gives the files to later steps", async () => {
  expecting("hooks.example.org");
  const { code, output } = await runAction({ arguments: "--all-services\n--expectations\nexpectations.yaml\n" });
  expect(output).toContain(sid);
  expect({ code, output }).toMatchObject({ code: 0 });
  expect(textOf("summary")).toContain(sid);
  expect(textOf("output")).toBe(`sarif=${fileOf("webhooks.sarif")}\nhtml=${fileOf("webhooks.html")}\n`);
  expect(JSON.parse(textOf("webhooks.sarif"))).toMatchObject({ version: "2.1.0" });
  expect(textOf("webhooks.html")).toContain(sid);
});

test("The action fails as the audit does, with reports: 1 for a violation, 2 for an audit that is incomplete", async () => {
  expecting("hooks.example.com");
  expect((await runAction({ arguments: "--all-services\n--expectations\nexpectations.yaml" })).code).toBe(1);
  expect(textOf("output")).toContain("sarif=");
  twilio.setFault(sid, { status: 403 });
  const incomplete = await runAction({ arguments: "--all-services\n--expectations\nexpectations.yaml" });
  twilio.clearFaults();
  expect(incomplete.code).toBe(2);
});

test("An argument is one line, whatever is in it: nothing of it is run", async () => {
  const { code, output } = await runAction({ arguments: `--stack\n$(touch ${fileOf("run")}); touch ${fileOf("run")}` });
  expect(code).toBe(2);
  expect(output).toContain("$(touch");
  expect(existsSync(fileOf("run"))).toBe(false);
});

test("No input is written into a script: a runner would run what is in it", () => {
  expect(action.runs.steps.filter(({ run }) => run?.includes("${{"))).toEqual([]);
});

test("Every input says what it is for and has a default", () => {
  for (const input of Object.values(action.inputs)) {
    expect(input).toMatchObject({ description: expect.stringMatching(/\.$/), default: expect.any(String) });
  }
});
