import { auditIn, post, verdicts, webhook } from "../support/audit-in";
import { lockedSecret, stateOf } from "../support/state";
import { sidOf, startTwilio } from "../support/twilio";

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
