import { audit } from "../../provider/audit/audit";
import type { AuditOptions } from "../../provider/audit/audit-options";
import type { AuditReport } from "../../provider/audit/audit-report";
import type { EmulatedService, TwilioEmulator } from "../../provider/testing";
import { folderWith } from "./support/folder";
import { expectValidReport } from "./support/report-schema";
import { lockedSecret, plainSecret, stateOf } from "./support/state";
import { sidOf, startTwilio } from "./support/twilio";

const post = "https://hooks.example.com/post";
const webhook = { postWebhookUrl: post, method: "POST", filters: ["onMessageAdded"] };

/** The verdicts by the last digit of the SID, which is what these tests call a service by. */
function verdicts(report: AuditReport): Record<string, string> {
  return Object.fromEntries(report.services.map(({ chatServiceSid, verdict }) => [chatServiceSid.slice(-1), verdict]));
}

/** Audits with these files and the emulator's account; every report of these tests is as the published schema says. */
async function auditIn(
  twilio: TwilioEmulator,
  files: Parameters<typeof folderWith>[0],
  options: AuditOptions,
): Promise<AuditReport> {
  const report = await audit({ workDir: folderWith(files), environment: twilio.environment(), ...options });
  expectValidReport(JSON.parse(JSON.stringify(report)));
  return report;
}

describe("the verdict", () => {
  test("is the first that applies of unreadable, missing, violation, drifted, untracked and ok", async () => {
    const twilio = await startTwilio();
    const add = (digit: string) => twilio.addService({ sid: sidOf(digit), webhook });
    const recorded = ["1", "2", "3", "4", "5", "6"].map((digit) => ({
      name: `s${digit}`,
      sid: sidOf(digit),
      values: add(digit),
    }));
    add("7");
    // 1 is untouched. 2 has drifted. 3 has drifted to what its stack's own expectation forbids. 4 is gone. 5 is gone too, but
    // what was recorded is encrypted. 6 cannot be read. 7 is in no stack.
    twilio.changeWebhook(sidOf("2"), { method: "GET" });
    twilio.changeWebhook(sidOf("3"), { postWebhookUrl: "https://evil.example.net/post" });
    twilio.removeService(sidOf("4"));
    twilio.removeService(sidOf("5"));
    twilio.setFault(sidOf("6"), { status: 403 });
    const state = stateOf(
      recorded.map((service) => ({
        ...service,
        ...(service.name === "s3" ? { outputs: { expect: { postWebhookUrl: { host: "hooks.example.com" } } } } : {}),
        ...(service.name === "s5" ? { outputs: { postWebhookUrl: lockedSecret() } } : {}),
      })),
    );
    const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"], allServices: true });
    expect(verdicts(report)).toEqual({
      1: "ok",
      2: "drifted",
      3: "violation",
      4: "missing",
      5: "unreadable",
      6: "unreadable",
      7: "untracked",
    });
    expect(report.counts).toEqual({ ok: 1, drifted: 1, violation: 1, missing: 1, unreadable: 2, untracked: 1 });
    expect(report.outcome).toBe("incomplete");
    const [, drifted, violated, , , unreadable] = report.services;
    expect(drifted?.differences).toEqual([{ property: "method", recorded: "POST", live: "GET" }]);
    expect(violated?.violations).toMatchObject([
      { property: "postWebhookUrl", condition: "host", of: "stack", place: null },
    ]);
    expect(violated?.differences).toHaveLength(1);
    expect(unreadable?.reason).toContain("403");
    expect(unreadable?.recorded).toMatchObject({ postWebhookUrl: post });
  });

  test("is given for each source: a service in two states is judged by each", async () => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), webhook });
    const before = stateOf([{ name: "old", sid: service.sid, values: { ...service.webhook, method: "GET" } }]);
    const now = stateOf([{ name: "new", sid: service.sid, values: service }]);
    const report = await auditIn(twilio, { "a.json": before, "b.json": now }, { stateFiles: ["a.json", "b.json"] });
    expect(report.services.map(({ verdict, source }) => [verdict, source])).toEqual([
      ["drifted", expect.objectContaining({ kind: "state", file: "a.json", resource: "old" })],
      ["ok", expect.objectContaining({ kind: "state", file: "b.json", resource: "new" })],
    ]);
    // Asked for once all the same.
    expect(twilio.requests.filter(({ path }) => path.includes(service.sid))).toHaveLength(1);
    expect(report.outcome).toBe("failed");
  });

  test("of a resource that `.get` read is as of any other, and one that is about to be deleted has none", async () => {
    const twilio = await startTwilio();
    const got = twilio.addService({ sid: sidOf("1"), webhook });
    const state = stateOf([
      { name: "got", sid: got.sid, values: got, resource: { external: true } },
      { name: "replaced", sid: sidOf("2"), values: got, resource: { delete: true } },
    ]);
    const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"] });
    expect(verdicts(report)).toEqual({ 1: "ok" });
    expect(report.outcome).toBe("passed");
  });

  test("is drifted also for another order of the events, as in a preview", async () => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), webhook: { filters: ["onMessageAdd", "onMessageAdded"] } });
    const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
    twilio.changeWebhook(service.sid, { filters: ["onMessageAdded", "onMessageAdd"] });
    const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"] });
    expect(verdicts(report)).toEqual({ 1: "drifted" });
  });

  test("is unreadable, and not missing, where the credentials are of another account than the recorded one", async () => {
    const twilio = await startTwilio();
    const other = twilio.addAccount();
    const service = twilio.addService({ sid: sidOf("1"), webhook, accountSid: other.accountSid });
    const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
    const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"] });
    expect(verdicts(report)).toEqual({ 1: "unreadable" });
    expect(report.services[0]?.reason).toBe(
      `it was recorded in account ${other.accountSid}, but the credentials belong to account ${twilio.account.accountSid}`,
    );
  });

  test("is unreadable, and not missing, where the base URL leads to a place that knows nothing", async () => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), webhook });
    const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
    const environment = { ...twilio.environment(), TWILIO_BASE_URL: `${twilio.baseUrl}/elsewhere` };
    const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"], environment });
    expect(verdicts(report)).toEqual({ 1: "unreadable" });
  });
});

test("A drift says how what was recorded is restored: by a command if there is one, without a secret in it", async () => {
  const twilio = await startTwilio();
  const secretUrl = "https://user:hunter2@hooks.example.com/pre";
  const service = twilio.addService({ sid: sidOf("1"), webhook: { ...webhook, preWebhookUrl: secretUrl } });
  const unset = twilio.addService({ sid: sidOf("2"), webhook: { postWebhookUrl: post } });
  const state = stateOf([
    { name: "a", sid: service.sid, values: service },
    { name: "b", sid: unset.sid, values: unset },
  ]);
  twilio.changeWebhook(service.sid, {
    preWebhookUrl: null,
    postWebhookUrl: "https://evil.example.net/",
    method: "GET",
  });
  twilio.changeWebhook(unset.sid, { method: "GET" });
  const report = await auditIn(twilio, { "s.json": state }, { stateFiles: ["s.json"] });
  const command = "twilio api:conversations:v1:services:configuration:webhooks:update";
  expect(report.services.map(({ remediation }) => remediation)).toEqual([
    [
      "To restore what was recorded:",
      `  ${command} --chat-service-sid=${service.sid} --pre-webhook-url="$PRE_WEBHOOK_URL" --post-webhook-url=${post} --method=POST`,
      `  with the credentials of account ${twilio.account.accountSid}`,
      "  with PRE_WEBHOOK_URL set to the recorded preWebhookUrl, which is secret and therefore not shown",
      "or, if the change was intended, record it: pulumi up",
    ],
    ["Restore at Twilio what was recorded, by hand: method", "or, if the change was intended, record it: pulumi up"],
  ]);
});

test("A page that is not found is no service that is missing: without Twilio's own code a 404 may be anybody's", async () => {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), webhook });
  twilio.setFault(service.sid, { html: true, status: 404 });
  const state = stateOf([{ name: "chat", sid: service.sid, values: service }]);
  const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"] });
  expect(verdicts(report)).toEqual({ 1: "unreadable" });
});

describe("secrets", () => {
  const secretUrl = "https://user:hunter2@hooks.example.com/post";
  const hiddenUrl = "https://hooks.example.com/secret-path";

  test("that the stack recorded as such, and URLs that carry a credential, are nowhere in the report", async () => {
    const twilio = await startTwilio();
    const recordedSecret = twilio.addService({ sid: sidOf("1"), webhook: { ...webhook, preWebhookUrl: hiddenUrl } });
    const credential = twilio.addService({ sid: sidOf("2"), webhook: { ...webhook, postWebhookUrl: secretUrl } });
    twilio.addService({ sid: sidOf("3"), webhook: { ...webhook, postWebhookUrl: secretUrl } });
    twilio.setAccountWebhook({ postWebhookUrl: `${secretUrl}/account` });
    const state = stateOf([
      {
        name: "a",
        sid: recordedSecret.sid,
        values: recordedSecret,
        outputs: { preWebhookUrl: plainSecret(hiddenUrl) },
      },
      {
        name: "b",
        sid: credential.sid,
        values: credential,
        outputs: {
          postWebhookUrl: plainSecret(secretUrl),
          expect: { postWebhookUrl: plainSecret("https://other:swordfish@hooks.example.com/") },
        },
      },
    ]);
    twilio.changeWebhook(recordedSecret.sid, { preWebhookUrl: `${hiddenUrl}-changed` });
    const options = { stateFiles: ["state.json"], allServices: true };
    const report = await auditIn(twilio, { "state.json": state }, options);
    expect(verdicts(report)).toEqual({ 1: "drifted", 2: "violation", 3: "untracked" });
    expect(
      report.services.map(({ recorded, live }) => [recorded?.preWebhookUrl, live?.preWebhookUrl, live?.postWebhookUrl]),
    ).toEqual([
      ["[secret]", "[secret]", post],
      [null, null, "[secret]"],
      [undefined, null, "[secret]"],
    ]);
    expect(report.accounts[0]?.configuration?.postWebhookUrl).toBe("[secret]");
    expect(JSON.stringify(report)).not.toMatch(/hunter2|swordfish|secret-path/);
    expect(JSON.stringify(report)).not.toContain(twilio.account.authToken);

    const shown = await auditIn(twilio, { "state.json": state }, { ...options, showSecrets: true });
    expect(verdicts(shown)).toEqual(verdicts(report));
    expect(shown.services[0]?.differences).toEqual([
      { property: "preWebhookUrl", recorded: hiddenUrl, live: `${hiddenUrl}-changed` },
    ]);
    expect(shown.services[1]?.violations[0]?.expected).toContain("swordfish");
    expect(JSON.stringify(shown)).not.toContain(twilio.account.authToken);
  });

  test("are found over the whole report: what one stack recorded as a secret is plain in no other row, account or reason", async () => {
    const twilio = await startTwilio();
    const url = "https://hooks.example.com/secret-path";
    const loud = "https://hooks.example.com/SECRET-path";
    const [one, two] = ["1", "2"].map((digit) =>
      twilio.addService({ sid: sidOf(digit), webhook: { ...webhook, postWebhookUrl: url } }),
    );
    twilio.addService({
      sid: sidOf("3"),
      friendlyName: `answers ${url}`,
      webhook: { ...webhook, preWebhookUrl: loud },
    });
    twilio.setAccountWebhook({ postWebhookUrl: url });
    const files = {
      "s.json": stateOf([
        { name: "a", sid: one!.sid, values: one!, outputs: { postWebhookUrl: plainSecret(url) } },
        { name: "b", sid: two!.sid, values: two! },
      ]),
      "e.yaml": `services: { ${sidOf("2")}: { postWebhookUrl: "https://other.example.com/" } }\ndefault: { postWebhookUrl: { path: /x } }`,
    };
    const options = { stateFiles: ["s.json"], allServices: true, expectationsFile: "e.yaml" };
    const report = await auditIn(twilio, files, options);
    expect(report.services.map(({ live }) => live?.postWebhookUrl)).toEqual(["[secret]", "[secret]", post]);
    expect(report.services[1]?.violations[0]).toMatchObject({ found: "[secret]", secret: true });
    expect(report.services[2]).toMatchObject({ friendlyName: "answers [secret]", live: { preWebhookUrl: "[secret]" } });
    expect(report.accounts[0]?.configuration?.postWebhookUrl).toBe("[secret]");
    expect(JSON.stringify(report)).not.toMatch(/secret-path/i);
    expect(JSON.stringify(await auditIn(twilio, files, { ...options, showSecrets: true }))).toMatch(/secret-path/);
  });

  test("include an account's SID that was recorded as one: it is in no reason", async () => {
    const twilio = await startTwilio();
    const other = twilio.addAccount();
    const service = twilio.addService({ sid: sidOf("1"), webhook, accountSid: other.accountSid });
    const outputs = { accountSid: plainSecret(other.accountSid) };
    const state = stateOf([{ name: "chat", sid: service.sid, values: service, outputs }]);
    const report = await auditIn(twilio, { "s.json": state }, { stateFiles: ["s.json"] });
    expect(report.services[0]?.reason).toMatch(/^it was recorded in account \[secret\], but/);
    expect(JSON.stringify(report)).not.toContain(other.accountSid);
  });

  test("include the audit's own credentials, wherever they stand, also if secrets are to be shown", async () => {
    const twilio = await startTwilio();
    const { authToken } = twilio.account;
    const friendlyName = `the one of ${authToken}`;
    twilio.addService({
      sid: sidOf("1"),
      friendlyName,
      webhook: { preWebhookUrl: `https://a.example.com/${authToken}` },
    });
    for (const showSecrets of [false, true]) {
      const report = await auditIn(twilio, {}, { allServices: true, showSecrets });
      expect(report.services[0]).toMatchObject({
        friendlyName: "the one of [secret]",
        live: { preWebhookUrl: "[secret]" },
      });
      expect(JSON.stringify(report)).not.toContain(authToken);
    }
  });

  test("include a SID that the program marked as one: it is in no part of the report", async () => {
    const twilio = await startTwilio();
    const sid = sidOf("deadbeef");
    const service = twilio.addService({ sid, webhook });
    const { webhook: values } = service;
    const outputs = Object.fromEntries(
      Object.entries({ ...values, chatServiceSid: sid }).map(([key, value]) => [key, plainSecret(value)]),
    );
    const state = stateOf([{ name: "chat", sid, values: service, outputs }]);
    const files = { "state.json": state, "e.yaml": "default: { method: GET }" };
    for (const change of [() => {}, () => twilio.setFault(sid, { status: 403 }), () => twilio.removeService(sid)]) {
      change();
      const report = await auditIn(twilio, files, { stateFiles: ["state.json"], expectationsFile: "e.yaml" });
      expect(report.services[0]?.chatServiceSid).toBe("[secret]");
      expect(JSON.stringify(report)).not.toContain("deadbeef");
    }
  });

  test("that are still encrypted make their service unreadable, and say how they can be had", async () => {
    const twilio = await startTwilio();
    const [one, two] = [sidOf("1"), sidOf("2")].map((sid) => twilio.addService({ sid, webhook }));
    const state = stateOf([
      { name: "a", sid: sidOf("1"), values: one!, outputs: { postWebhookUrl: lockedSecret() } },
      { name: "b", sid: sidOf("2"), values: two! },
    ]);
    const report = await auditIn(twilio, { "state.json": state }, { stateFiles: ["state.json"] });
    expect(verdicts(report)).toEqual({ 1: "unreadable", 2: "ok" });
    expect(report.services[0]).toMatchObject({
      reason:
        "what is recorded is encrypted and could not be decrypted: postWebhookUrl; export the state with --show-secrets, or name the stack",
      recorded: null,
      live: { postWebhookUrl: "[secret]" },
    });
    expect(report.outcome).toBe("incomplete");
  });
});

describe("expectations", () => {
  test("of a file apply by SID, then by friendly name, then the default one; and alone", async () => {
    const twilio = await startTwilio();
    for (const [digit, friendlyName] of [
      ["1", "support-de"],
      ["2", "support-en"],
      ["3", "sales"],
      ["4", null],
    ] as const) {
      twilio.addService({ sid: sidOf(digit), friendlyName, webhook: { method: "POST" } });
    }
    const file = [
      "default: { method: GET }",
      `services: { ${sidOf("1")}: { method: POST }, ${sidOf("9")}: { method: POST } }`,
      "friendlyNames:",
      '  "support-*": { method: POST }',
      '  "s*": { method: [GET] }',
      '  "nobody-*": { method: POST }',
    ].join("\n");
    const report = await auditIn(twilio, { "e.yaml": file }, { expectationsFile: "e.yaml", allServices: true });
    expect(verdicts(report)).toEqual({ 1: "ok", 2: "ok", 3: "violation", 4: "violation", 9: "missing" });
    const [, , , sales, unnamed] = report.services;
    expect(report.services.map(({ source }) => source.kind)).toEqual([
      "expectations",
      "expectations",
      "account",
      "account",
      "account",
    ]);
    expect(sales?.violations[0]).toMatchObject({ of: "file", place: { file: "e.yaml", line: 5, column: 3 } });
    expect(unnamed?.violations[0]).toMatchObject({ place: { file: "e.yaml", line: 1, column: 1 } });
    expect(report.warnings).toEqual([
      {
        subject: "e.yaml",
        message: 'no service\'s friendly name matches "nobody-*"',
        place: { file: "e.yaml", line: 6, column: 3 },
      },
    ]);
    expect(report.outcome).toBe("failed");
  });

  test("by default alone do not make a service known: it is untracked where it meets them", async () => {
    const twilio = await startTwilio();
    twilio.addService({ sid: sidOf("1"), webhook: { method: "POST" } });
    const options = { expectationsFile: "e.yaml", allServices: true };
    const report = await auditIn(twilio, { "e.yaml": "default: { method: POST }" }, options);
    expect(verdicts(report)).toEqual({ 1: "untracked" });
    expect(report.outcome).toBe("passed");
    const strict = await auditIn(
      twilio,
      { "e.yaml": "default: { method: POST }" },
      { ...options, failOn: ["untracked"] },
    );
    expect(strict.outcome).toBe("failed");
  });

  test("by friendly name choose among the recorded services too, and without any among the account's", async () => {
    const twilio = await startTwilio();
    const [one] = ["1", "2"].map((digit) =>
      twilio.addService({ sid: sidOf(digit), friendlyName: `support-${digit}`, webhook: { method: "POST" } }),
    );
    const files = {
      "e.yaml": '{"friendlyNames": {"support-*": {"method": "GET"}}}',
      "s.json": stateOf([{ name: "a", sid: sidOf("1"), values: one! }]),
    };
    const both = await auditIn(twilio, files, { expectationsFile: "e.yaml", stateFiles: ["s.json"] });
    expect(verdicts(both)).toEqual({ 1: "violation" });
    expect(both.services[0]?.friendlyName).toBe("support-1");
    const alone = await auditIn(twilio, files, { expectationsFile: "e.yaml" });
    expect(verdicts(alone)).toEqual({ 1: "violation", 2: "violation" });
  });

  test("of a wrong file are all named with line and column, and no request leaves", async () => {
    const twilio = await startTwilio();
    const file = ["default:", "  metod: GET", "services:", "  ISx:", "    postWebhookUrl: { host: a b, path: x }"].join(
      "\n",
    );
    const report = await auditIn(twilio, { "e.yaml": file }, { expectationsFile: "e.yaml", allServices: true });
    expect(report.problems.map(({ place, message }) => [place?.line, place?.column, message.slice(0, 30)])).toEqual([
      [2, 3, "default.metod is not a known p"],
      [4, 3, "is not a service SID, which is"],
      [5, 23, "services.ISx.postWebhookUrl.ho"],
      [5, 34, "services.ISx.postWebhookUrl.pa"],
    ]);
    expect(report.outcome).toBe("incomplete");
    expect(twilio.requests).toEqual([]);
  });

  test("by friendly name that choose no service at all are a problem, and no pass", async () => {
    const twilio = await startTwilio();
    const service = twilio.addService({ sid: sidOf("1"), friendlyName: "support", webhook });
    const files = { "e.yaml": 'friendlyNames: { "sandbox-*": { method: POST } }' };
    const report = await auditIn(twilio, files, { expectationsFile: "e.yaml" });
    expect(report.problems).toEqual([
      {
        subject: "e.yaml",
        message: "its patterns match no service's friendly name: nothing was judged by it",
        place: { file: "e.yaml", line: null, column: null },
      },
    ]);
    expect(report.outcome).toBe("incomplete");
    // Another source makes it no better, whether or not that has services.
    const states = {
      ...files,
      "empty.json": stateOf([]),
      "other.json": stateOf([{ name: "a", sid: sidOf("1"), values: service }]),
    };
    for (const more of [{ allServices: true }, { stateFiles: ["empty.json"] }, { stateFiles: ["other.json"] }]) {
      const both = await auditIn(twilio, states, { expectationsFile: "e.yaml", ...more });
      expect([both.outcome, both.problems]).toEqual(["incomplete", report.problems]);
      expect(both.warnings).toContainEqual(expect.objectContaining({ subject: "e.yaml" }));
    }
  });

  test("by friendly name choose among the account's services if the other sources have recorded none", async () => {
    const twilio = await startTwilio();
    twilio.addService({ sid: sidOf("1"), friendlyName: "support", webhook: { method: "GET" } });
    const files = { "e.yaml": "friendlyNames: { support: { method: POST } }", "empty.json": stateOf([]) };
    const report = await auditIn(twilio, files, { expectationsFile: "e.yaml", stateFiles: ["empty.json"] });
    expect(verdicts(report)).toEqual({ 1: "violation" });
    expect(report.outcome).toBe("failed");
  });

  test("by friendly name are not said to match nobody where the names could not be read", async () => {
    const twilio = await startTwilio();
    twilio.addService({ sid: sidOf("1"), friendlyName: "support", webhook });
    const files = { "e.yaml": 'friendlyNames: { "support": { method: POST } }' };
    const options = { expectationsFile: "e.yaml", allServices: true };
    const without = await auditIn(twilio, files, { ...options, environment: {} });
    twilio.failNext(2, { status: 403 });
    const refused = await auditIn(twilio, files, options);
    for (const { outcome, warnings } of [without, refused]) {
      expect([outcome, warnings]).toEqual(["incomplete", []]);
    }
  });

  test("that nothing could be judged by are a problem, and no pass", async () => {
    const twilio = await startTwilio();
    const report = await auditIn(twilio, { "e.yaml": "default: { method: POST }" }, { expectationsFile: "e.yaml" });
    expect(report.outcome).toBe("incomplete");
    const absent = await auditIn(twilio, {}, { expectationsFile: "none.yaml" });
    expect(absent.problems).toMatchObject([
      { subject: "none.yaml", message: "could not be read: there is no such file" },
    ]);
  });
});

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

test("Five thousand services in fifty pages are each read and judged once", async () => {
  const twilio = await startTwilio();
  const isWrong = (count: number) => count % 100 === 0;
  const added: EmulatedService[] = [];
  for (let count = 0; count < 5_000; count += 1) {
    const method = isWrong(count) ? "GET" : "POST";
    added.push(twilio.addService({ friendlyName: `service ${count}`, webhook: { method } }));
  }
  const seen: number[] = [];
  const report = await auditIn(
    twilio,
    { "e.yaml": "default: { method: POST }" },
    {
      allServices: true,
      expectationsFile: "e.yaml",
      onProgress: ({ phase, done, total }) => phase === "services" && total > 0 && seen.push(done / total),
    },
  );
  expect(report.counts).toEqual({ ok: 0, drifted: 0, violation: 50, missing: 0, unreadable: 0, untracked: 4_950 });
  // In the order of the account's list, with the friendly name and the verdict that belong to each.
  expect(
    report.services.map(({ chatServiceSid, friendlyName, verdict }) => [chatServiceSid, friendlyName, verdict]),
  ).toEqual(
    added.map(({ sid, friendlyName }, count) => [sid, friendlyName, isWrong(count) ? "violation" : "untracked"]),
  );
  expect(twilio.countRequests()).toBe(1 + 50 + 5_000);
  expect(seen.at(-1)).toBe(1);
  expect(seen).toEqual([...seen].sort((a, b) => a - b));
}, 60_000);

test("One service that cannot be read does not lose the others", async () => {
  const twilio = await startTwilio();
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  twilio.setFault(sidOf("2"), { html: true });
  const report = await auditIn(twilio, {}, { allServices: true });
  expect(verdicts(report)).toEqual({ 1: "untracked", 2: "unreadable", 3: "untracked" });
  expect(report.outcome).toBe("incomplete");
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

test("A service that is deleted between the list and its read is left out with a warning, unless something names it", async () => {
  const twilio = await startTwilio();
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), friendlyName: `s${digit}`, webhook }));
  const goneOnceListed = (...digits: string[]) => ({
    onProgress: ({ phase, total }: { phase: string; total: number }) =>
      phase === "services" && total > 0 && digits.forEach((digit) => twilio.removeService(sidOf(digit))),
  });
  const report = await auditIn(twilio, {}, { allServices: true, failOn: ["missing"], ...goneOnceListed("2") });
  expect(verdicts(report)).toEqual({ 1: "untracked", 3: "untracked" });
  expect([report.outcome, report.problems]).toEqual(["passed", []]);
  expect(report.warnings).toEqual([
    {
      subject: "the default account",
      message: `service ${sidOf("2")} ("s2") was in the list and then not found: it was deleted meanwhile`,
      place: null,
    },
  ]);
  const files = { "e.yaml": `services: { ${sidOf("3")}: { method: POST } }` };
  const options = { expectationsFile: "e.yaml", allServices: true, ...goneOnceListed("3") };
  expect(verdicts(await auditIn(twilio, files, options))).toEqual({ 1: "untracked", 3: "missing" });
});

test("An audit of nothing is no pass: each empty source is a warning, and if there is no service at all, the audit is not complete", async () => {
  const twilio = await startTwilio();
  const files = { "empty.json": stateOf([]), "e.yaml": "default: { method: POST }" };
  for (const options of [
    { stateFiles: ["empty.json"] },
    { allServices: true },
    { stateFiles: ["empty.json"], allServices: true, expectationsFile: "e.yaml" },
  ]) {
    const report = await auditIn(twilio, files, options);
    expect([report.outcome, report.problems]).toEqual([
      "incomplete",
      [{ subject: "audit", message: "no source has a service: nothing was judged", place: null }],
    ]);
    expect(report.warnings).not.toEqual([]);
  }
  twilio.addService({ sid: sidOf("1"), webhook });
  const some = await auditIn(twilio, files, { stateFiles: ["empty.json"], allServices: true });
  expect([some.outcome, some.warnings]).toEqual([
    "passed",
    [{ subject: "state empty.json", message: "it has recorded no service's webhook configuration", place: null }],
  ]);
});

test("A SID is the same service in upper and in lower case, in a file, in a state and at Twilio", async () => {
  const twilio = await startTwilio();
  const [one, two] = ["abc1", "abc2"].map((digits) => twilio.addService({ sid: sidOf(digits), webhook }));
  const upper = (sid: string) => `IS${sid.slice(2).toUpperCase()}`;
  const files = {
    "e.yaml": `default: { method: POST }\nservices: { ${upper(one!.sid)}: { method: GET }, ${upper(two!.sid)}: { method: GET } }`,
    "s.json": stateOf([{ name: "chat", sid: one!.sid, values: one! }]),
  };
  const options = { expectationsFile: "e.yaml", stateFiles: ["s.json"], allServices: true };
  const report = await auditIn(twilio, files, options);
  expect(report.services.map(({ source, verdict }) => [source.kind, verdict])).toEqual([
    ["state", "violation"],
    ["expectations", "violation"],
  ]);
  const alone = await auditIn(twilio, files, { expectationsFile: "e.yaml" });
  expect(verdicts(alone)).toEqual({ 1: "violation", 2: "violation" });
});

test("An audit that is stopped gives at once what it has learnt", async () => {
  const twilio = await startTwilio();
  ["1", "2", "3"].forEach((digit) => twilio.addService({ sid: sidOf(digit), webhook }));
  twilio.setFault(sidOf("3"), { hang: true });
  const stop = new AbortController();
  const report = await auditIn(
    twilio,
    {},
    {
      allServices: true,
      signal: stop.signal,
      onProgress: ({ phase, done }) => phase === "services" && done === 2 && stop.abort(),
    },
  );
  expect(verdicts(report)).toEqual({ 1: "untracked", 2: "untracked" });
  expect(report.outcome).toBe("interrupted");
  expect(report.problems).toEqual([
    { subject: "audit", message: "it was stopped: 1 service was not read", place: null },
  ]);
});

test("A state file that cannot be understood is a problem of its own, and the others are audited", async () => {
  const twilio = await startTwilio();
  const service = twilio.addService({ sid: sidOf("1"), webhook });
  const files = {
    "good.json": Buffer.from(
      `\ufeff${JSON.stringify(stateOf([{ name: "a", sid: service.sid, values: service }]))}`,
      "utf16le",
    ),
    "text.json": "secret text that is no JSON",
    "other.json": { name: "package" },
    "future.json": { version: 99, deployment: {} },
    "odd.json": stateOf([
      { name: "a", sid: "nothing", values: service },
      { name: "b", sid: service.sid, values: service, outputs: { filters: 3 } },
      { name: "c", sid: service.sid, values: service, outputs: { expect: { metod: 1 } } },
    ]),
  };
  const report = await auditIn(twilio, files, { stateFiles: [...Object.keys(files), "absent.json"] });
  expect(report.problems.map(({ subject, message }) => `${subject} ${message}`)).toEqual([
    "state absent.json could not be read: there is no such file",
    "state future.json is an exported state of an unknown version: the known versions are 3 and 4",
    'state other.json is not an exported state, which is an object with "version" and "deployment"',
    "state text.json is not valid JSON",
  ]);
  expect(report.services.map(({ verdict, reason }) => [verdict, reason])).toEqual([
    ["ok", null],
    ["unreadable", "the state has no service SID for it"],
    ["unreadable", "the state's filters is a number"],
    ["unreadable", expect.stringContaining('expect.metod is not a known property; did you mean "method"?')],
  ]);
});

test.each<[string, object, string]>([
  ["no options at all", [], "the options of an audit must be an object, not a list"],
  [
    "a misspelt option",
    { allServices: true, expectationFile: "e.yaml" },
    'unknown option "expectationFile"; did you mean "expectationsFile"?',
  ],
  ["one stack that is no list", { stacks: "prod" }, "stacks must be a list of stack names, not a string"],
  ["a stack that is no name", { stacks: ["dev", null] }, "stacks must be a list of stack names, but item 2 is null"],
  [
    "an empty name of a state",
    { stateFiles: [""] },
    "stateFiles must be a list of file names, but item 1 is an empty string",
  ],
  ["a word for a flag", { allStacks: "yes" }, "allStacks must be true or false, not a string"],
  ["several files", { expectationsFile: ["e.yaml"] }, "expectationsFile must be the name of a file"],
  ["one account that is no list", { allServices: true, accounts: "eu" }, "accounts must be a list of account names"],
  ["one verdict that is no list", { allServices: true, failOn: "missing" }, "failOn must be a list of verdicts"],
  ["a number for a flag", { allServices: true, showSecrets: 1 }, "showSecrets must be true or false, not 1"],
  ["a folder that is none", { allServices: true, workDir: 7 }, "workDir must be the name of a folder, not 7"],
  ["variables that are none", { allServices: true, environment: "X=1" }, "environment must be an object"],
  [
    "a controller for its signal",
    { allServices: true, signal: new AbortController() },
    "signal must be an AbortSignal",
  ],
  ["a listener that is none", { allServices: true, onProgress: {} }, "onProgress must be a function"],
  ["no source", {}, "there is nothing to audit"],
  ["all stacks and one by name", { allStacks: true, stacks: ["dev"] }, "cannot be combined"],
  ["accounts that nothing is asked of", { stateFiles: ["s.json"], accounts: ["eu"] }, "accounts are for all services"],
  ["an account of no such name", { allServices: true, accounts: ["e u"] }, "account must be a name"],
  ["no concurrency", { allServices: true, concurrency: 0 }, "concurrency must be a whole number"],
  ["a verdict that is none", { allServices: true, failOn: ["drift" as "drifted"] }, 'did you mean "drifted"?'],
])("%s is refused before anything is read", async (_what, options, message) => {
  const outcome = audit(options);
  await expect(outcome).rejects.toThrow(message);
  await expect(outcome).rejects.toMatchObject({ name: "InvalidInputError" });
});
