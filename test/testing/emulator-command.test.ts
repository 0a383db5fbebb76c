import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runEmulatorCommand } from "../../provider/testing";

const entry = JSON.stringify(join(__dirname, "../../provider/testing/emulator-command.ts"));
const program = `require(${entry}).runEmulatorCommand(process.argv.slice(1)).then((code) => (process.exitCode = code))`;

function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program, "--", ...args], {
    cwd: join(__dirname, "../.."),
    stdio: ["ignore", "pipe", "pipe"],
  });
}

async function untilItSays(child: ChildProcess, text: string): Promise<string> {
  let said = "";
  for await (const chunk of child.stdout!) {
    said += String(chunk);
    if (said.includes(text)) {
      return said;
    }
  }
  throw new Error(`it ended without saying ${text}: ${said}`);
}

const ended = (child: ChildProcess): Promise<number | string | null> =>
  new Promise((resolve) => child.once("exit", (code, signal) => resolve(code ?? signal)));

async function inProcess(...args: string[]) {
  const said = { stdout: "", stderr: "" };
  const code = await runEmulatorCommand(args, {
    stdout: { write: (text) => (said.stdout += text) },
    stderr: { write: (text) => (said.stderr += text) },
    signal: AbortSignal.abort(),
  });
  return { code, ...said };
}

test.each(["SIGINT", "SIGTERM"] as const)(
  "the command runs until %s and exits with 0",
  async (signal) => {
    const child = start();
    const exit = ended(child);
    const said = await untilItSays(child, "Ctrl-C");
    const baseUrl = /http:\/\/127\.0\.0\.1:\d+/.exec(said)![0];
    expect((await fetch(baseUrl)).status).toBe(401);
    child.kill(signal);
    expect(await exit).toBe(0);
    await expect(fetch(baseUrl)).rejects.toThrow();
  },
  30_000,
);

test("the lines that it prints work in a shell as they are: they change the webhook", async () => {
  const folder = mkdtempSync(join(tmpdir(), "emulator-command-"));
  const child = start();
  const exit = ended(child);
  try {
    const said = await untilItSays(child, "Ctrl-C");
    // Stands in for curl, which a test machine may not have: prints what it was called with.
    const curl = join(folder, "curl");
    writeFileSync(curl, `#!${process.execPath}\nconsole.log(JSON.stringify(process.argv.slice(2)));\n`);
    chmodSync(curl, 0o755);
    const lines = said.split("\n").filter((line) => line.startsWith("  "));
    const shell = spawnSync("sh", ["-c", lines.join("\n")], { env: { PATH: `${folder}:${process.env["PATH"]}` } });
    const args = JSON.parse(shell.stdout.toString()) as string[];
    expect(args).toEqual([
      "-u",
      expect.stringMatching(/^AC[0-9a-f]{32}:./),
      "--data-urlencode",
      expect.stringMatching(/^PostWebhookUrl=https:/),
      expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+\/v1\/Services\/IS[0-9a-f]{32}\/Configuration\/Webhooks$/),
    ]);
    const [, user, , field, url] = args as [string, string, string, string, string];
    const headers = { Authorization: `Basic ${Buffer.from(user).toString("base64")}` };
    const before = await (await fetch(url, { headers })).json();
    const [name = "", value = ""] = field.split("=");
    const body = new URLSearchParams({ [name]: value });
    const after = await (await fetch(url, { headers, method: "POST", body })).json();
    expect(before).toMatchObject({ post_webhook_url: "https://www.example.com/post", method: "POST" });
    expect(after).toEqual({ ...(before as object), post_webhook_url: "https://www.example.com/other" });
  } finally {
    child.kill();
    await exit;
    rmSync(folder, { recursive: true });
  }
}, 30_000);

test("an abort signal ends the command as Ctrl-C does, and leaves no listener behind", async () => {
  const listeners = process.listenerCount("SIGINT");
  const { code, stdout } = await inProcess();
  expect(code).toBe(0);
  expect(stdout).toContain("TWILIO_BASE_URL='http://127.0.0.1:");
  expect(process.listenerCount("SIGINT")).toBe(listeners);
});

test("the credentials are the same at each start, so that a shell stays connected after a restart", async () => {
  const token = /TWILIO_AUTH_TOKEN='(.+)'/;
  const [first, second] = [await inProcess(), await inProcess("--host", "localhost")];
  expect(token.exec(first.stdout)![1]).toBe(token.exec(second.stdout)![1]);
  expect(second.stdout).toContain("http://localhost:");
});

test("--verbatim keeps what a form sends as it is", async () => {
  const child = start("--verbatim");
  const exit = ended(child);
  const said = await untilItSays(child, "Ctrl-C");
  const [url = ""] = /http:\/\/127\.0\.0\.1:\d+/.exec(said)!;
  const [sid = ""] = /IS\w{32}/.exec(said)!;
  const [, user] = /ACCOUNT_SID='(.+)'/.exec(said)!;
  const [, token] = /AUTH_TOKEN='(.+)'/.exec(said)!;
  const answer = await fetch(`${url}/v1/Services/${sid}/Configuration/Webhooks`, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(`${user}:${token}`).toString("base64")}` },
    body: new URLSearchParams({ PreWebhookUrl: "", PostWebhookUrl: "hooks.example.com" }),
  });
  expect(await answer.json()).toMatchObject({ pre_webhook_url: "", post_webhook_url: "hooks.example.com" });
  child.kill();
  expect(await exit).toBe(0);
}, 30_000);

test("--help prints the usage and starts nothing", async () => {
  const { code, stdout } = await inProcess("--help");
  expect(code).toBe(0);
  expect(stdout).toMatch(/^Usage: /);
  expect(stdout).not.toContain("http://");
});

test.each([[["--prot", "1"]], [["--port", "x"]], [["--port", "65536"]], [["--port"]], [["extra"]]])(
  "%j is a usage error: exit code 2, with the usage on stderr",
  async (args) => {
    const { code, stdout, stderr } = await inProcess(...args);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain("Usage: ");
  },
);

test("a host that is not loopback stops it with the reason and exit code 1", async () => {
  const { code, stdout, stderr } = await inProcess("--host", "0.0.0.0");
  expect([code, stdout]).toEqual([1, ""]);
  expect(stderr).toContain("host must be localhost or a loopback address");
});
