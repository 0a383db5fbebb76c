import Ajv from "ajv";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { EventDelivery } from "../../provider/delivery/event-delivery";
import { folderWith } from "../audit/support/folder";
import { stateOf } from "../audit/support/state";
import { sidOf, startTwilio } from "../audit/support/twilio";
import { run } from "./support/run";

const sid = sidOf("1");
const webhook = { postWebhookUrl: "https://hooks.acme.io/post", method: "POST", filters: ["onMessageAdded"] } as const;

const schemas = join(__dirname, "..", "..", "provider", "schemas");
const schema = (name: string) => JSON.parse(readFileSync(join(schemas, name), "utf8")) as object;
const validate = new Ajv({ allErrors: true, allowUnionTypes: true })
  .addSchema(schema("audit-report.schema.json"))
  .compile(schema("explanation.schema.json"));

interface Explained {
  readonly outcome: string;
  readonly explained: readonly {
    readonly service: { readonly verdict: string; readonly source: { readonly kind: string } };
    readonly events: readonly EventDelivery[] | null;
  }[];
  readonly problems: readonly { readonly message: string }[];
}

/** An emulator with one service, and what is needed to explain it. */
async function theService(settings: Parameters<Awaited<ReturnType<typeof startTwilio>>["addService"]>[0] = {}) {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid, friendlyName: "Support", webhook, ...settings });
  const workDir = folderWith({ "state.json": stateOf([{ name: "chat", sid, values: service }]) });
  const environment = twilio.environment();
  const at = { workDir, environment };
  const explain = (...args: string[]) => run(["explain", sid, ...args], at);
  const json = async (...args: string[]) => {
    const { code, stdout } = await explain("--format", "json", ...args);
    const explained = JSON.parse(stdout) as Explained;
    validate(explained);
    expect(validate.errors ?? []).toEqual([]);
    return { code, ...explained };
  };
  return { twilio, service, workDir, environment, at, explain, json };
}

test("each event of a service has a line that says where it goes, or why it goes nowhere", async () => {
  const { explain, twilio } = await theService();
  const { code, stdout, stderr } = await explain();
  expect([code, stderr]).toEqual([0, ""]);
  const lines = stdout.split("\n");
  expect(lines.filter((line) => /^on\w+ +(pre|post) /.test(line))).toHaveLength(20);
  expect(stdout).toMatch(/^onMessageAdded +post +POST https:\/\/hooks\.acme\.io\/post$/m);
  expect(stdout).toMatch(/^onMessageAdd +pre +nobody: the service does not list it$/m);
  expect(stdout).toContain("The audit passed.");

  twilio.changeWebhook(sid, { filters: ["onMessageAdd", "onSomethingNew"] });
  const changed = await explain();
  expect(changed.code).toBe(0);
  expect(changed.stdout).toMatch(/^onMessageAdd +pre +nobody: the service lists it and has no preWebhookUrl$/m);
  expect(changed.stdout).toMatch(/^onSomethingNew +\? +not known: Twilio does not document when it is sent$/m);
  expect(changed.stdout).toContain("events-without-url");
});

test("a service without a URL is explained by its account's settings, whose findings then count", async () => {
  const { explain, twilio, json } = await theService();
  twilio.setAccountWebhook({ preWebhookUrl: "http://hooks.acme.io/pre", filters: ["onMessageAdd"], method: "POST" });
  const own = await json();
  expect([own.code, own.outcome]).toEqual([0, "passed"]);

  twilio.changeWebhook(sid, { postWebhookUrl: null, filters: null });
  const { code, stdout } = await explain();
  expect(stdout).toMatch(/^onMessageAdd +pre +POST http:\/\/hooks\.acme\.io\/pre \(the account's settings\)$/m);
  expect(stdout).toMatch(/^onMessageAdded +post +nobody: the account does not list it$/m);
  expect(stdout).toContain("plain-http");
  expect(code).toBe(1);

  twilio.setAccountWebhook({ filters: ["onMessageAdd"], target: "flex" });
  expect((await explain()).stdout).toMatch(/^onMessageAdd +pre +Twilio Flex \(the account's settings\)$/m);
});

test("what could not be read is not known, and is exit code 2", async () => {
  const { twilio, explain, json, at } = await theService({ webhook: {} });
  twilio.setFault(twilio.account.accountSid, { status: 403 });
  const inherited = await json();
  expect([inherited.code, inherited.outcome]).toEqual([2, "incomplete"]);
  expect(inherited.explained[0]?.events?.every(({ status }) => status === "unknown")).toBe(true);
  expect((await explain()).stdout).toMatch(/^onMessageAdded +post +not known: the service has no URL of its own, and/m);

  twilio.setFault(sid, { status: 403 });
  const unread = await json();
  expect([unread.code, unread.explained[0]?.service.verdict, unread.explained[0]?.events]).toEqual([
    2,
    "unreadable",
    null,
  ]);
  expect((await explain()).stdout).toContain(`Who is told of the events of ${sid} is not known: it was not read.`);

  const nobody = await run(["explain", sid], { workDir: at.workDir });
  expect(nobody.code).toBe(2);
  expect(nobody.stdout).toContain("there are no Twilio credentials in the environment");
});

test("a service that does not exist is missing, which fails", async () => {
  const { at } = await theService();
  const { code, stdout } = await run(["explain", sidOf("9")], at);
  expect(code).toBe(1);
  expect(stdout).toContain("missing");
});

test("an expectations file, a state or a stack adds a verdict; what they have for other services is no news", async () => {
  const { twilio, json, workDir } = await theService();
  twilio.addService({ sid: sidOf("2"), friendlyName: "Sales", webhook });
  const file = `
default: { method: POST }
services:
  ${sidOf("2")}: { method: GET }
friendlyNames:
  "Sal*": { method: GET }
  "Supp*": { postWebhookUrl: { host: other.acme.io } }
accept:
  - { rule: no-events, service: ${sidOf("2")}, reason: theirs }
`;
  const folder = folderWith({ "e.yaml": file });
  const expected = await json("--expectations", join(folder, "e.yaml"));
  expect([expected.code, expected.explained[0]?.service.verdict]).toEqual([1, "violation"]);
  expect((expected as unknown as { warnings: unknown[] }).warnings).toEqual([]);

  const recorded = await json("--state", join(workDir, "state.json"));
  expect([recorded.code, recorded.explained[0]?.service.verdict]).toEqual([0, "ok"]);
  expect(recorded.explained[0]?.service.source.kind).toBe("state");
  twilio.changeWebhook(sid, { method: "GET" });
  const drifted = await json("--state", join(workDir, "state.json"));
  expect([drifted.code, drifted.explained[0]?.service.verdict]).toEqual([1, "drifted"]);

  const other = folderWith({ "state.json": stateOf([{ name: "x", sid: sidOf("2"), values: webhook }]) });
  const elsewhere = await json("--state", join(other, "state.json"));
  expect([elsewhere.code, elsewhere.explained[0]?.service.verdict]).toEqual([0, "untracked"]);
});

test("one service costs two requests, whatever else the state and the account have", async () => {
  const { twilio, json } = await theService();
  const others = ["2", "3", "4"].map((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  const state = stateOf(others.map((values, index) => ({ name: `n${index}`, sid: values.sid, values })));
  const folder = folderWith({ "state.json": state });
  twilio.clearRequests();
  await json("--state", join(folder, "state.json"));
  expect(twilio.countRequests()).toBe(2);
});

test("a credential in a URL is masked in both formats, and --show-secrets shows it", async () => {
  const { explain } = await theService({
    webhook: { ...webhook, postWebhookUrl: "https://user:hunter22@hooks.acme.io/post?token=abcd1234" },
  });
  for (const format of ["table", "json"]) {
    const { stdout } = await explain("--format", format);
    expect(stdout).not.toMatch(/hunter22|abcd1234/);
    expect(stdout).toContain("[secret]");
    expect((await explain("--format", format, "--show-secrets")).stdout).toContain("hunter22");
  }
});

test("hostile names and events cannot steer a terminal or a job's log", async () => {
  const { explain, workDir } = await theService({
    webhook: { ...webhook, filters: ["onMessageAdded", "on\u001b[31mX", "::error::x", "##vso[x]"] },
  });
  for (const format of ["table", "json"]) {
    const { stdout } = await explain("--format", format, "--state", join(workDir, "state.json"));
    expect(stdout).not.toContain("\u001b");
    expect(stdout).not.toMatch(/^\s*::error|##vso/m);
  }
});

test("--rules, --fail-on and --account are as in an audit", async () => {
  const { explain, twilio, at } = await theService({ webhook: { ...webhook, filters: [] } });
  expect((await explain()).code).toBe(1);
  expect((await explain("--rules", "off")).code).toBe(0);
  expect((await explain("--fail-on", "none")).code).toBe(0);
  const eu = Object.fromEntries(Object.entries(twilio.environment()).map(([name, value]) => [`${name}_EU`, value]));
  const args = ["explain", sid, "--account", "eu", "--rules", "off"];
  const { code, stdout } = await run(args, { workDir: at.workDir, environment: eu });
  expect([code, stdout.includes("account eu")]).toEqual([0, true]);
});

test("a stopped one ends with 130", async () => {
  const { twilio, at } = await theService();
  twilio.setFault(sid, { hang: true });
  const stop = new AbortController();
  const ended = run(["explain", sid], { ...at, signal: stop.signal });
  while (twilio.countRequests() < 2) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  stop.abort();
  expect((await ended).code).toBe(130);
});

test("a word that is no SID is refused, and not repeated", async () => {
  const { code, stderr } = await run(["explain", "hunter2-secret"], { workDir: folderWith() });
  expect([code, stderr.includes("hunter2")]).toEqual([2, false]);
  expect(stderr).toContain("the service must be a SID, which is IS and 32 hexadecimal digits");
});

test("the table fits a narrow window", async () => {
  const { at } = await theService();
  const { stdout } = await run(["explain", sid], { ...at, columns: 60 });

  const plain = stdout.replace(/\u001b\[\d+m/g, "");
  expect(Math.max(...plain.split("\n").map((line) => line.length))).toBeLessThanOrEqual(60);
});

test("the help has every option, examples and the exit codes", async () => {
  expect((await run(["explain", "--help"], { columns: 100 })).stdout).toMatchSnapshot();
});
