import { auditIn, post, verdicts, webhook } from "../support/audit-in";
import { stateOf } from "../support/state";
import { sidOf, startTwilio } from "../support/twilio";

describe("accounts", () => {
  test("are read with credentials of their own, and a service of a file is looked for in each", async () => {
    const twilio = await startTwilio();
    const eu = twilio.addAccount();
    twilio.addService({ sid: sidOf("1"), webhook: { method: "POST" } });
    twilio.addService({ sid: sidOf("2"), accountSid: eu.accountSid, webhook: { method: "POST" } });
    twilio.setAccountWebhook({ postWebhookUrl: post }, eu.accountSid);
    const environment = { ...twilio.environment(), ...twilio.environment({ account: eu, name: "eu" }) };
    const file = `services: { ${sidOf("2")}: { method: POST }, ${sidOf("3")}: { method: POST } }`;
    const report = await auditIn(
      twilio,
      { "e.yaml": file },
      {
        environment,
        expectationsFile: "e.yaml",
        allServices: true,
        accounts: [undefined, "eu"],
      },
    );
    expect(
      report.services.map(({ chatServiceSid, verdict, account }) => [chatServiceSid.slice(-1), verdict, account]),
    ).toEqual([
      ["2", "ok", "eu"],
      ["3", "missing", null],
      ["1", "untracked", null],
    ]);
    expect(report.accounts.map(({ account, accountSid }) => [account, accountSid])).toEqual([
      [null, twilio.account.accountSid],
      ["eu", eu.accountSid],
    ]);
    // Shown beside the service's own settings.
    expect(report.services[0]?.accountLevel?.postWebhookUrl).toBe(post);
    expect(report.services[2]?.accountLevel?.postWebhookUrl).toBeNull();
  });

  test("with wrong credentials make their own services unreadable, and no others", async () => {
    const twilio = await startTwilio();
    const eu = twilio.addAccount();
    const home = twilio.addService({ sid: sidOf("1"), webhook });
    const [a, b] = ["2", "3"].map((digit) =>
      twilio.addService({ sid: sidOf(digit), accountSid: eu.accountSid, webhook }),
    );
    const state = stateOf([
      { name: "home", sid: sidOf("1"), values: home },
      { name: "a", sid: sidOf("2"), values: a!, outputs: { account: "eu" } },
      { name: "b", sid: sidOf("3"), values: b!, outputs: { account: "eu" } },
    ]);
    const wrong = { ...twilio.environment({ account: eu, name: "eu" }), TWILIO_AUTH_TOKEN_EU: "0123456789" };
    const report = await auditIn(
      twilio,
      { "s.json": state },
      { stateFiles: ["s.json"], environment: { ...twilio.environment(), ...wrong } },
    );
    expect(verdicts(report)).toEqual({ 1: "ok", 2: "unreadable", 3: "unreadable" });
    expect(report.services[1]?.reason).toContain("401");
    expect(report.outcome).toBe("incomplete");
    // One request was enough to know.
    expect(twilio.requests.filter(({ status }) => status === 401)).toHaveLength(1);

    const none = await auditIn(twilio, { "s.json": state }, { stateFiles: ["s.json"] });
    expect(verdicts(none)).toEqual({ 1: "ok", 2: "unreadable", 3: "unreadable" });
    expect(none.services[1]?.reason).toContain('there are no Twilio credentials for the account "eu"');
  });

  test("without credentials leave the audit incomplete", async () => {
    const twilio = await startTwilio();
    const report = await auditIn(twilio, {}, { allServices: true, environment: {} });
    // No command to set config: of an account alone, no stack's config is looked at.
    expect(report.problems).toEqual([
      {
        subject: "the default account",
        message:
          "there are no Twilio credentials in the environment\n" +
          "  Set TWILIO_API_KEY and TWILIO_API_SECRET, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.",
        place: null,
      },
    ]);
    expect(report.outcome).toBe("incomplete");
    const file = { "e.yaml": `services: { ${sidOf("1")}: { method: POST } }` };
    const sought = await auditIn(twilio, file, { expectationsFile: "e.yaml", environment: {} });
    expect(verdicts(sought)).toEqual({ 1: "unreadable" });
  });

  test("with wrong credentials are one problem, however much was wanted of them", async () => {
    const twilio = await startTwilio();
    const environment = { ...twilio.environment(), TWILIO_AUTH_TOKEN: "0123456789" };
    const report = await auditIn(twilio, {}, { allServices: true, environment });
    expect(report.problems).toEqual([]);
    expect(report.accounts[0]?.error).toContain("401");
    expect(report.outcome).toBe("incomplete");
  });

  test("whose list of services breaks off leave the audit incomplete, and what was listed is judged", async () => {
    const twilio = await startTwilio();
    for (let count = 0; count < 120; count += 1) {
      twilio.addService({ webhook });
    }
    // The account's own configuration and the first page come, the second page does not.
    twilio.failNext(2, { delay: 1 });
    twilio.failNext(1, { html: true });
    const report = await auditIn(twilio, {}, { allServices: true });
    expect(report.counts.untracked).toBe(100);
    expect(report.problems).toMatchObject([
      { subject: "the default account", message: expect.stringContaining("the list of services") as string },
    ]);
    expect(report.outcome).toBe("incomplete");
  });
});

test("An account's own configuration that cannot be read leaves the audit incomplete, and its services are judged", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: sidOf("1"), webhook });
  twilio.failNext(1, { html: true });
  const report = await auditIn(twilio, {}, { allServices: true });
  expect(verdicts(report)).toEqual({ 1: "untracked" });
  expect(report.accounts[0]?.error).toContain("text/html");
  expect(report.outcome).toBe("incomplete");
});

describe("credentials that may not read the account's own configuration", () => {
  test("leave the audit complete: it is said, and the services are judged", async () => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), webhook });
    const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
    twilio.failNext(1, { status: 403 });
    const report = await auditIn(twilio, { "s.json": state }, { stateFiles: ["s.json"] });
    expect(verdicts(report)).toEqual({ 1: "ok" });
    expect(report.outcome).toBe("passed");
    expect(report.accounts).toEqual([
      { account: null, accountSid: twilio.account.accountSid, configuration: null, error: null, findings: [] },
    ]);
    expect(report.warnings).toEqual([
      {
        subject: "the default account",
        message: expect.stringMatching(/^its own webhook configuration is not known.*403/) as string,
        place: null,
      },
    ]);
  });

  test("and are of another account than the recorded one, or of nobody knows which, find no service missing", async () => {
    const twilio = await startTwilio();
    const other = twilio.addAccount();
    const service = twilio.addService({ sid: sidOf("1"), webhook, accountSid: other.accountSid });
    const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
    const { TWILIO_BASE_URL } = twilio.environment();
    const key = { TWILIO_BASE_URL, TWILIO_API_KEY: twilio.account.apiKey, TWILIO_API_SECRET: twilio.account.apiSecret };
    // The second has the recorded account's SID beside a key of another account.
    for (const environment of [key, { ...key, TWILIO_ACCOUNT_SID: other.accountSid }]) {
      twilio.failNext(1, { status: 403 });
      const report = await auditIn(twilio, { "s.json": state }, { stateFiles: ["s.json"], environment });
      expect(verdicts(report)).toEqual({ 1: "unreadable" });
      expect(report.services[0]?.reason).toMatch(
        `it was recorded in account ${other.accountSid}, but the credentials do not find it, and whose they are could not be read: the account`,
      );
    }
  });
});
