import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { startEmulator, type TwilioEmulator } from "../../provider/testing";
import { engineFolders } from "./support/engine-folders";

jest.setTimeout(600_000);

const repository = join(__dirname, "..", "..");

let temporary: string;
let running: ChildProcess | undefined;

beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), "quickstart-test-"));
});

afterEach(() => {
  running?.kill();
  rmSync(temporary, { recursive: true, force: true });
});

interface Ended {
  readonly code: number | null;
  readonly output: string;
}

/** Runs the quickstart with a temporary folder of its own, so that what it leaves behind shows. */
function quickstart(args: readonly string[] = [], env: Record<string, string> = {}, onOutput?: (text: string) => void) {
  const child = spawn(process.execPath, [join(repository, "tools", "quickstart.mjs"), ...args], {
    env: {
      ...process.env,
      PATH: [...engineFolders(), process.env["PATH"]].join(delimiter),
      TMPDIR: temporary,
      PULUMI_ACCESS_TOKEN: "the person's own",
      PULUMI_BACKEND_URL: "https://pulumi.invalid",
      ...env,
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  running = child;
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
      onOutput?.(output);
    });
  }
  return { child, ended: new Promise<Ended>((resolve) => child.on("close", (code) => resolve({ code, output }))) };
}

function stackFilesInRepository(): string[] {
  return readdirSync(repository, { recursive: true, encoding: "utf8" }).filter(
    (file) => /Pulumi\.[^/\\]+\.yaml$/.test(file) && !file.includes("node_modules"),
  );
}

const auditCommand = "npx -p pulumi-twilio-conversations twilio-webhooks audit";

function commandsIn(output: string): string[] {
  return [...output.matchAll(/^\$ (pulumi \S+|curl|npx -p \S+ \S+ \S+)/gm)].map(([, command]) => String(command));
}

describe("Two quickstarts at once, one of them live", () => {
  let emulator: TwilioEmulator;
  let before: string[];
  let left: string[];
  let emulated: Ended;
  let live: Ended;

  beforeAll(async () => {
    before = stackFilesInRepository();
    emulator = await startEmulator();
    const { sid } = emulator.addService({ webhook: { postWebhookUrl: "https://live.example.com/hook" } });
    const folder = mkdtempSync(join(tmpdir(), "quickstart-test-"));
    const env = { TMPDIR: folder };
    [emulated, live] = await Promise.all([
      quickstart([], env).ended,
      quickstart(["--live", sid], { ...emulator.environment(), ...env }).ended,
    ]);
    left = readdirSync(folder);
    rmSync(folder, { recursive: true, force: true });
  });

  afterAll(() => emulator.stop());

  test("show preview, up, drift, a gate that closes and opens, an audit, and destroy", () => {
    const { code, output } = emulated;
    expect(output).toContain('"https://hooks.example.com/after" => "https://somebody-else.example.net/after"');
    const [, closed = "", opened = ""] = output.split(/== \d of \d: (?:A gate closes|The gate opens) ==/);
    expect(closed).toContain("is not as expected");
    expect(closed).not.toContain("chat-backend-service");
    expect(opened).toContain("chat-backend-service created");
    expect(code).toBe(0);
    expect(commandsIn(output)).toEqual([
      "pulumi stack",
      "pulumi config",
      "pulumi preview",
      "pulumi up",
      "pulumi stack",
      "curl",
      "pulumi preview",
      ...["pulumi stack", "pulumi config", "pulumi config", "pulumi up"],
      ...["curl", "pulumi up", "pulumi destroy"],
      ...[auditCommand, "curl", auditCommand],
      "pulumi destroy",
    ]);
    const [, untouched, changed] = output.split(`$ ${auditCommand}`);
    expect(untouched).toMatch(/^ok +IS/m);
    expect(untouched).toContain("placeholder-host");
    expect(untouched).toContain("(exit code 0)");
    expect(changed).toMatch(/^violation +IS/m);
    const [, page = ""] = /^The last audit's report.*: (.*\.html)$/m.exec(output) ?? [];
    expect(readFileSync(page, "utf8")).toMatch(/^<!doctype html>[^]*somebody-else\.example\.net/);
    expect(output).toContain("unset PULUMI_ACCESS_TOKEN PULUMI_BACKEND_URL");
    expect(output).not.toContain("the person's own");
  });

  test("only read where they are live, without the drift, and never print the token", () => {
    const { code, output } = live;
    expect(output).toContain('"https://live.example.com/hook"');
    expect(code).toBe(0);
    expect(commandsIn(output)).toEqual([
      "pulumi stack",
      "pulumi config",
      "pulumi preview",
      "pulumi up",
      "pulumi stack",
      auditCommand,
      "pulumi destroy",
    ]);
    expect(output).not.toContain(emulator.account.authToken);
    expect(new Set(emulator.requests.map(({ method }) => method))).toEqual(new Set(["GET"]));
  });

  test("leave nothing behind", () => {
    expect(left).toEqual([]);
    expect(stackFilesInRepository()).toEqual(before);
  });
});

test("a quickstart that fails says where, ends with an exit code and leaves nothing behind", async () => {
  await using emulator = await startEmulator();
  const { code, output } = await quickstart(["--live", `IS${"0".repeat(32)}`], emulator.environment()).ended;
  expect(output).toContain("The quickstart stops here: pulumi preview ended with exit code");
  expect(output).toContain("404");
  expect(code).toBe(1);
  expect(readdirSync(temporary)).toEqual([]);
});

test("an interrupted quickstart lets the engine tidy up, and leaves nothing running and nothing behind", async () => {
  const interruptOnce = (output: string) => {
    if (output.includes("$ pulumi up") && output.includes("creating (0s)")) {
      child.kill("SIGINT");
    }
  };
  const { child, ended } = quickstart([], {}, interruptOnce);
  const { code, output } = await ended;
  expect(output).toContain("Interrupted: tidying up.");
  expect(output).not.toContain("$ pulumi destroy");
  expect(code).toBe(130);
  expect(readdirSync(temporary)).toEqual([]);
  const url = /TWILIO_BASE_URL=(\S+)/.exec(output)?.[1];
  await expect(fetch(`${url}/v1/Services`)).rejects.toThrow("fetch failed");
});
