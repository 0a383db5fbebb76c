import { audit } from "../../provider/audit/audit";
import type { AuditOptions } from "../../provider/audit/audit-options";
import type { AuditReport } from "../../provider/audit/audit-report";
import { requireExpectedHosts } from "../../provider/audit/expectations/expected-hosts";
import { judgeHosts } from "../../provider/audit/judging/judge-hosts";
import type { TwilioEmulator } from "../../provider/testing";
import { auditIn, verdicts } from "./support/audit-in";
import { stateOf, unset } from "./support/state";
import { sidOf, startTwilio, twilioWith } from "./support/twilio";

const ours = "https://hooks.acme.io/post";
const theirs = "https://evil.example.net/post";
const events = { method: "POST", filters: ["onMessageAdded"] };

const withoutRules = (twilio: TwilioEmulator, options: AuditOptions, files = {}): Promise<AuditReport> =>
  auditIn(twilio, files, { rules: "off", ...options });

function messages({ services }: AuditReport, digit: string): readonly string[] {
  const found = services.filter(({ chatServiceSid }) => chatServiceSid === sidOf(digit));
  return found.flatMap(({ violations }) => violations.map(({ message }) => message));
}

describe("expected hosts", () => {
  test("are demanded of each URL that is set, of every service, and of several hosts any will do", async () => {
    const twilio = await twilioWith({
      1: { postWebhookUrl: ours, ...events },
      2: { postWebhookUrl: theirs, ...events },
      3: { preWebhookUrl: theirs, postWebhookUrl: ours, ...events },
      4: { preWebhookUrl: "https://eu.hooks.acme.io/pre", ...events },
    });
    const one = await withoutRules(twilio, { allServices: true, expectHosts: ["hooks.acme.io"] });
    expect(verdicts(one)).toEqual({ 1: "ok", 2: "violation", 3: "violation", 4: "violation" });
    expect(one.outcome).toBe("failed");
    expect(messages(one, "3")).toEqual(['preWebhookUrl.host: expected "hooks.acme.io", found "evil.example.net"']);
    expect(one.services[1]?.violations).toMatchObject([{ of: "audit", place: null, condition: "host" }]);
    const both = await withoutRules(twilio, { allServices: true, expectHosts: ["hooks.acme.io", "*.acme.io"] });
    expect(verdicts(both)).toEqual({ 1: "ok", 2: "violation", 3: "violation", 4: "ok" });
  });

  test("are demanded of the account's settings where a service has no URL, and a service that sends to nobody is none of theirs", async () => {
    const twilio = await twilioWith({ 1: {} });
    const demand = { allServices: true, expectHosts: ["hooks.acme.io"] };
    const unset = await withoutRules(twilio, demand);
    expect(messages(unset, "1")).toEqual([
      'nothing leads to "hooks.acme.io": neither the service nor its account has a URL',
    ]);
    const set = (webhook: object) => twilio.setAccountWebhook(webhook);
    set({ postWebhookUrl: ours, ...events });
    expect(verdicts(await withoutRules(twilio, demand))).toEqual({ 1: "ok" });
    set({ postWebhookUrl: theirs });
    const inherited = await withoutRules(twilio, demand);
    expect(messages(inherited, "1")).toEqual([
      "the service has no URL of its own, so its account's settings apply:\n" +
        '  postWebhookUrl.host: expected "hooks.acme.io", found "evil.example.net"',
    ]);
    set({ postWebhookUrl: ours, target: "flex" });
    expect(messages(await withoutRules(twilio, demand), "1")[0]).toContain(
      "its account's settings lead to Twilio Flex",
    );
  });

  test("leave a service unreadable if its account's settings apply and cannot be read, and judge one with a URL", async () => {
    const twilio = await twilioWith({ 1: {}, 2: { postWebhookUrl: ours, ...events } });
    twilio.setFault(twilio.account.accountSid, { status: 403 });
    const report = await withoutRules(twilio, { allServices: true, expectHosts: ["hooks.acme.io"] });
    expect(verdicts(report)).toEqual({ 1: "unreadable", 2: "ok" });
    expect(report.services[0]?.reason).toContain("where it leads depends on its account's webhook configuration");
    expect(report.outcome).toBe("incomplete");
  });

  test("are a warning of the account's own settings, of which no verdict is", async () => {
    const twilio = await twilioWith({ 1: { postWebhookUrl: ours, ...events } });
    twilio.setAccountWebhook({ postWebhookUrl: "https://user:pass@evil.example.net/post" });
    const report = await withoutRules(twilio, { allServices: true, expectHosts: ["hooks.acme.io"] });
    expect(report.warnings.map(({ message }) => message)).toEqual([
      'its own settings lead elsewhere: postWebhookUrl.host: expected "hooks.acme.io", found [secret]',
    ]);
    expect(report.outcome).toBe("passed");
  });

  test("come on top of what the file and the stack expect, and nothing else that is demanded is lost", async () => {
    const twilio = await twilioWith({
      1: { postWebhookUrl: ours, ...events },
      2: { postWebhookUrl: theirs, ...events },
      3: { postWebhookUrl: theirs, ...events },
    });
    const values = { postWebhookUrl: theirs, ...events };
    const expect_ = { outputs: { expect: { method: "GET" } } };
    const files = {
      "e.yaml": `services:\n  ${sidOf("1")}: { method: GET }\n  ${sidOf("2")}: { method: POST }\n`,
      "state.json": stateOf([{ name: "chat", sid: sidOf("3"), values, ...expect_ }]),
    };
    const options = { expectationsFile: "e.yaml", stateFiles: ["state.json"], expectHosts: ["hooks.acme.io"] };
    const report = await withoutRules(twilio, options, files);
    const broken = report.services.map(({ chatServiceSid, violations }) => [
      chatServiceSid.slice(-1),
      ...violations.map(({ of, property }) => `${of} ${property}`),
    ]);
    expect(broken).toEqual([
      ["3", "stack method", "audit postWebhookUrl"],
      ["1", "file method"],
      ["2", "audit postWebhookUrl"],
    ]);
  });

  test("count a service that no stack or file names as untracked, beside sources that could have named it", async () => {
    const twilio = await twilioWith({ 1: { postWebhookUrl: ours, ...events }, 2: { postWebhookUrl: theirs } });
    const files = { "state.json": stateOf([]) };
    const options = { allServices: true, stateFiles: ["state.json"], expectHosts: ["hooks.acme.io"] };
    expect(verdicts(await withoutRules(twilio, options, files))).toEqual({ 1: "untracked", 2: "violation" });
  });

  test("are accepted as any violation is, with the reason in the report", async () => {
    const twilio = await twilioWith({ 1: { postWebhookUrl: theirs, ...events } });
    const accept = `accept:\n  - { verdict: violation, service: ${sidOf("1")}, reason: a partner }\n`;
    const options = { allServices: true, expectationsFile: "e.yaml", expectHosts: ["hooks.acme.io"] };
    const report = await withoutRules(twilio, options, { "e.yaml": accept });
    expect([report.outcome, report.services[0]?.accepted?.reason]).toEqual(["passed", "a partner"]);
  });

  test.each([
    [[], "expectHosts is an empty list"],
    [["https://hooks.acme.io"], "an expected host must be a host alone, without protocol"],
    [["hooks.*.io"], "an expected host is not a host that all HTTP clients read in the same way"],
    [[""], "an expected host must be a host, such as"],
    [[1], "expectHosts must be a list of hosts, but item 1 is a number"],
  ])("%j are refused before any request: %s", async (expectHosts, message) => {
    await expect(audit({ allServices: true, expectHosts: expectHosts as string[] })).rejects.toThrow(message);
  });

  test("are no source: there must be one", async () => {
    await expect(audit({ expectHosts: ["hooks.acme.io"] })).rejects.toThrow("there is nothing to audit");
  });

  test("repeat no credential that was put in their place", async () => {
    const refused = audit({ allServices: true, expectHosts: ["https://user:hunter2@hooks.acme.io"] });
    await expect(refused).rejects.toThrow("[secret]");
    await expect(refused).rejects.not.toThrow("hunter2");
  });

  test("are not met where the account's settings apply and are unknown, or lead to another target", () => {
    const expected = requireExpectedHosts(["a.io", "b.io"]);
    const judged = (account: Parameters<typeof judgeHosts>[2]["account"]) =>
      judgeHosts(unset, expected, { account, hidden: new Set(), showSecrets: false }).map(({ message }) => message);
    expect(judged(undefined)).toEqual([
      'nothing leads to "a.io" or "b.io": it has no URL of its own, and its account\'s settings are not known',
    ]);
    expect(judged({ ...unset, postWebhookUrl: "https://a.io", target: "studio" })[0]).toMatch(/the target "studio"$/);
  });
});

describe("services by their SIDs", () => {
  test("are looked for in the accounts, each once, and missing where none has it", async () => {
    const twilio = await startTwilio();
    const eu = twilio.addAccount();
    const sid = `IS${"A".repeat(31)}1`;
    twilio.addService({ sid: sid.toLowerCase().replace("is", "IS"), webhook: { postWebhookUrl: ours, ...events } });
    twilio.addService({ sid: sidOf("2"), accountSid: eu.accountSid, webhook: { postWebhookUrl: ours, ...events } });
    const environment = { ...twilio.environment(), ...twilio.environment({ account: eu, name: "eu" }) };
    const services = [sid, sid.toLowerCase().replace("is", "IS"), sidOf("2"), sidOf("3")];
    const report = await withoutRules(twilio, { services, accounts: [undefined, "eu"], environment });
    expect(report.services.map(({ verdict, account, source }) => [verdict, account, source.kind])).toEqual([
      ["ok", null, "account"],
      ["ok", "eu", "account"],
      ["missing", null, "account"],
    ]);
    expect(report.services[2]?.reason?.split("\n")).toEqual([
      `there is no service ${sidOf("3")} in account ${twilio.account.accountSid}`,
      `there is no service ${sidOf("3")} in account eu (${eu.accountSid})`,
    ]);
    expect(report.outcome).toBe("failed");
    // No list was asked for.
    expect(twilio.requests.some(({ path }) => /\/Services\?|\/Services$/.test(path))).toBe(false);
  });

  test("are unreadable, and never ok or missing, without credentials for one of the accounts", async () => {
    const twilio = await twilioWith({ 1: { postWebhookUrl: ours, ...events } });
    const report = await withoutRules(twilio, { services: [sidOf("2")], accounts: [undefined, "eu"] });
    expect(verdicts(report)).toEqual({ 2: "unreadable" });
    expect(report.outcome).toBe("incomplete");
  });

  test("are judged by the stack that recorded them, by the file, and by the file's default", async () => {
    const webhook = { postWebhookUrl: theirs, ...events };
    const twilio = await twilioWith({ 1: webhook, 2: webhook, 3: webhook });
    const files = {
      "state.json": stateOf([{ name: "chat", sid: sidOf("1"), values: { ...webhook, method: "GET" } }]),
      "e.yaml": `default: { postWebhookUrl: { host: hooks.acme.io } }\nservices:\n  ${sidOf("2")}: { method: POST }\n`,
    };
    const services = ["1", "2", "3"].map(sidOf);
    const report = await withoutRules(twilio, { services, stateFiles: ["state.json"] }, files);
    expect(report.services.map(({ verdict, source }) => [verdict, source.kind])).toEqual([
      ["drifted", "state"],
      ["untracked", "account"],
      ["untracked", "account"],
    ]);
    const byFile = await withoutRules(twilio, { services: services.slice(1), expectationsFile: "e.yaml" }, files);
    expect(byFile.services.map(({ verdict, source }) => [verdict, source.kind])).toEqual([
      ["ok", "expectations"],
      ["violation", "account"],
    ]);
  });

  test("that are no SIDs are refused and not repeated", async () => {
    const refused = audit({ services: [sidOf("1"), `AC${"1".repeat(32)}`] });
    await expect(refused).rejects.toThrow(
      'services[1] must be "IS" followed by 32 hexadecimal digits, but it is an account SID',
    );
    await expect(audit({ services: ["hunter2"] })).rejects.not.toThrow("hunter2");
    await expect(audit({ services: [] })).rejects.toThrow("there is nothing to audit");
  });
});
