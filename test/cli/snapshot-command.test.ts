import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { folderWith } from "../audit/support/folder";
import { stateOf } from "../audit/support/state";
import { sidOf, startTwilio } from "../audit/support/twilio";
import { run } from "./support/run";

const webhook = { postWebhookUrl: "https://a.ngrok.io/post", method: "POST", filters: ["onMessageAdded"] } as const;

async function theAccount() {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), friendlyName: "Support", webhook });
  const workDir = folderWith({ "state.json": stateOf([{ name: "chat", sid: service.sid, values: service }]) });
  const at = { workDir, environment: twilio.environment() };
  return { twilio, workDir, at, snapshot: (...args: string[]) => run(["snapshot", ...args], at) };
}

test("a snapshot of stacks, states or whole accounts is an expectations file by which an audit passes", async () => {
  const { snapshot, at, workDir } = await theAccount();
  for (const source of [["--all-services"], ["--state", "state.json"], ["--all-services", "--account", "default"]]) {
    const { code, stdout, stderr } = await snapshot(...source);
    expect([code, stderr]).toEqual([0, ""]);
    expect(stdout).toContain(`  # Support\n  ${sidOf("1")}:\n    preWebhookUrl: null\n`);
    writeFileSync(join(workDir, "e.yaml"), stdout);
    const audited = await run(["audit", "--all-services", "--expectations", "e.yaml"], at);
    expect(audited.code).toBe(0);
  }
});

test("an existing file is not overwritten without --force, and nothing is asked before", async () => {
  const { snapshot, twilio, workDir } = await theAccount();
  const args = ["--all-services", "--output", "e.yaml"];
  expect(await snapshot(...args)).toEqual({ code: 0, stdout: "", stderr: "" });
  writeFileSync(join(workDir, "e.yaml"), "mine");
  twilio.clearRequests();
  const refused = await snapshot(...args);
  expect([refused.code, twilio.countRequests()]).toEqual([2, 0]);
  expect(refused.stderr).toContain("e.yaml is there already: give --force to overwrite it");
  expect(readFileSync(join(workDir, "e.yaml"), "utf8")).toBe("mine");
  expect((await snapshot(...args, "--force")).code).toBe(0);
  expect(readFileSync(join(workDir, "e.yaml"), "utf8")).toContain("services:");
  const overState = await snapshot("--state", "state.json", "--output", "state.json", "--force");
  expect([overState.code, overState.stderr]).toEqual([2, expect.stringContaining("a report would overwrite it")]);
});

test("--accept-findings accepts what rules find today, with reasons to fill in", async () => {
  const { snapshot, at, workDir } = await theAccount();
  const { stdout } = await snapshot("--all-services", "--accept-findings");
  expect(stdout).toMatch(
    /accept:\n {2}# .*ngrok\.io.*\n {2}- rule: tunnel-host\n {4}service: IS0+1\n {4}reason: "found on /,
  );
  writeFileSync(join(workDir, "e.yaml"), stdout);
  const args = ["audit", "--all-services", "--expectations", "e.yaml", "--fail-on", "note,violation"];
  const { code, stdout: report } = await run(args, at);
  expect([code, report]).toEqual([0, expect.stringContaining("say why it may be so")]);
});

test("if anything could not be read, nothing is written, and the exit code is 2", async () => {
  const { snapshot, twilio, workDir } = await theAccount();
  twilio.addService({ sid: sidOf("2"), webhook });
  twilio.setFault(sidOf("2"), { status: 403 });
  const { code, stdout, stderr } = await snapshot("--all-services", "--output", "e.yaml");
  expect([code, stdout, existsSync(join(workDir, "e.yaml"))]).toEqual([2, "", false]);
  expect(stderr).toContain(`not read: ${sidOf("2")}`);
  expect(stderr).toContain("Nothing was written: not everything could be read.");
  expect((await snapshot("--state", "absent.json")).code).toBe(2);
});

test("a service that Twilio does not have is left out, and said", async () => {
  const { snapshot, twilio, at } = await theAccount();
  twilio.removeService(sidOf("1"));
  const gone = await snapshot("--state", "state.json");
  expect([gone.code, gone.stdout]).toEqual([2, ""]);
  expect(gone.stderr).toContain("Nothing was written: none of the services is at Twilio.");
  twilio.addService({ sid: sidOf("2"), webhook });
  const { code, stdout } = await run(["snapshot", "--all-services", "--state", "state.json"], at);
  expect([code, stdout]).toEqual([
    0,
    expect.stringContaining(`# ${sidOf("1")} is left out: Twilio has no such service.`),
  ]);
});

test("the standard output has the names that the audit has for it, and no file is made of them", async () => {
  const { snapshot, workDir } = await theAccount();
  for (const name of ["-", "console", "/dev/stdout"]) {
    const { code, stdout } = await snapshot("--all-services", "--output", name);
    expect([code, stdout]).toEqual([0, expect.stringContaining("services:")]);
  }
  expect(existsSync(join(workDir, "-")) || existsSync(join(workDir, "console"))).toBe(false);
});

test("a stopped one writes nothing, and ends with 130", async () => {
  const { twilio, at } = await theAccount();
  twilio.setFault(sidOf("1"), { hang: true });
  const stop = new AbortController();
  const ended = run(["snapshot", "--all-services"], { ...at, signal: stop.signal });
  while (twilio.countRequests() < 3) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  stop.abort();
  expect(await ended).toMatchObject({ code: 130, stdout: "" });
});

test.each([
  [["snapshot"], "there is no service to read: give at least one of --all-services, --stack"],
  [["snapshot", "--all-services", "--exact", "--hosts"], "cannot be used with"],
  [["snapshot", "--all-services", "--output", ""], "--output is empty: name a file"],
  [["snapshot", "--all-services", "--output", "nowhere/e.yaml"], "there is no such folder"],
])("%j is refused: %s", async (args, message) => {
  const { code, stderr } = await run(args, { workDir: folderWith() });
  expect([code, stderr]).toEqual([2, expect.stringContaining(message)]);
});

test("the help has every option, examples and the exit codes", async () => {
  expect((await run(["snapshot", "--help"], { columns: 100 })).stdout).toMatchSnapshot();
});
