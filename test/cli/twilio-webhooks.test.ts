import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { accessSync, constants, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { folderWith } from "../audit/support/folder";
import { stateOf } from "../audit/support/state";
import { sidOf, startTwilio } from "../audit/support/twilio";

// The command as it is published.
const packageFile = require.resolve("pulumi-twilio-conversations/package.json");
const { bin } = JSON.parse(readFileSync(packageFile, "utf8")) as { readonly bin: Readonly<Record<string, string>> };
const command = join(dirname(packageFile), bin["twilio-webhooks"] ?? "");

const running: ChildProcess[] = [];
afterAll(() => running.forEach((child) => child.kill("SIGKILL")));

function start(args: readonly string[], cwd: string, environment: Readonly<Record<string, string>>) {
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const child = spawn(process.execPath, [command, ...args], { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
  running.push(child);
  const printed = { stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
  return {
    child,
    printed,
    ended: once(child, "close").then(([code]) => ({ code: code as number | null, ...printed })),
  };
}

async function runShell(script: string, cwd: string, environment: Readonly<Record<string, string>>) {
  const env = { PATH: process.env["PATH"] ?? "", ...environment };
  const child = spawn("bash", ["-c", script], { cwd, env, stdio: ["ignore", "ignore", "pipe"] });
  running.push(child);
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (text: string) => (stderr += text));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, stderr };
}

const webhook = { postWebhookUrl: "https://hooks.example.com/post", method: "POST" };

test("the command is executable, and audits from a process of its own", async () => {
  accessSync(command, constants.X_OK);
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), webhook });
  const folder = folderWith({ "s.json": stateOf([{ name: "chat", sid: service.sid, values: service }]) });
  twilio.changeWebhook(service.sid, { method: "GET" });
  const { code, stdout, stderr } = await start(["audit", "--state", "s.json"], folder, twilio.environment()).ended;
  expect([code, stderr]).toEqual([1, ""]);
  expect(stdout.replaceAll(twilio.account.accountSid, "AC…")).toMatchInlineSnapshot(`
    "VERDICT     SERVICE                             NAME

    drifted     IS00000000000000000000000000000001
                source    state s.json, resource chat
                recorded  post https://hooks.example.com/post, POST
                live      post https://hooks.example.com/post, GET
                finding   method: recorded "POST", live "GET"
                remedy    To restore what was recorded:
                            twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000001 --method=POST
                            with the credentials of account AC…
                          or, if the change was intended, record it: pulumi up
                error     no-events: filters lists no events, so nothing is delivered to postWebhookUrl
                            List the events to deliver in filters, such as onMessageAdded for postWebhookUrl or onMessageAdd for preWebhookUrl; or clear the URL if nothing should be delivered
                warning   get-method: method is GET: what people write travels in URLs, and so into logs
                            Have the server take POST, then set it:
                            twilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=IS00000000000000000000000000000001 --method=POST
                            with the credentials of account AC…
                note      placeholder-host: postWebhookUrl leads to hooks.example.com, a host that is reserved for documents
                            Set the URL of your server

    1 service: 1 drifted; rules found 1 error, 1 warning, 1 note
    The audit failed: 1 drifted, 1 error.
    "
  `);
});

test("Ctrl-C ends it at once, with a report of what was found by then and exit code 130", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: sidOf("1"), webhook });
  twilio.addService({ sid: sidOf("2"), webhook });
  twilio.setFault(sidOf("2"), { hang: true });
  const args = ["audit", "--all-services", "--format", "json", "--output", "report.json"];
  const folder = folderWith();
  const { child, ended } = start(args, folder, twilio.environment());
  while (twilio.countRequests() < 4) {
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  await new Promise((resolve) => setTimeout(resolve, 200));
  child.kill("SIGINT");
  expect((await ended).code).toBe(130);
  const report = JSON.parse(readFileSync(join(folder, "report.json"), "utf8")) as {
    services: { chatServiceSid: string }[];
  };
  expect(report.services.map(({ chatServiceSid }) => chatServiceSid)).toEqual([sidOf("1")]);
}, 30_000);

test("a report that its reader did not take is not delivered: exit code 2, and one line says why", async () => {
  const twilio = await startTwilio();
  for (let count = 0; count < 300; count += 1) {
    twilio.addService({ webhook });
  }
  const { child, ended } = start(["audit", "--all-services"], folderWith(), twilio.environment());
  child.stdout?.destroy();
  expect(await ended).toMatchObject({
    code: 2,
    stderr: "error: the standard output could not be written: the reader has closed the pipe (EPIPE)\n",
  });
}, 30_000);

test.each([
  // The first device takes nothing; the file takes a part, as on a disk that fills up meanwhile.
  ["a full device", "exec >/dev/full", "no space is left on the device (ENOSPC)"],
  ["a file that takes only a part", "ulimit -f 4; exec >report.json", "the file would be too large (EFBIG)"],
])(
  "to %s, a report is not delivered: exit code 2, and one line says why",
  async (_, redirection, why) => {
    const twilio = await startTwilio();
    for (let count = 0; count < 20; count += 1) {
      twilio.addService({ webhook });
    }
    const shell = `${redirection}; exec "${process.execPath}" "${command}" audit --all-services --format json`;
    const { status, stderr } = await runShell(shell, folderWith(), twilio.environment());
    expect(stderr.split("\n")[0]).toBe(`error: the standard output could not be written: ${why}`);
    expect(status).toBe(2);
    const version = await runShell(`exec "${process.execPath}" "${command}" --version >/dev/full`, folderWith(), {});
    expect(version.status).toBe(2);
  },
  30_000,
);

test("a large report is whole at the end of a pipe", async () => {
  const twilio = await startTwilio();
  for (let count = 0; count < 300; count += 1) {
    twilio.addService({ webhook });
  }
  const { stdout } = await start(["audit", "--all-services", "--format", "json"], folderWith(), twilio.environment())
    .ended;
  expect((JSON.parse(stdout) as { services: unknown[] }).services).toHaveLength(300);
}, 30_000);
