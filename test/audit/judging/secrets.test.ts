import { auditIn, post, verdicts, webhook } from "../support/audit-in";
import { lockedSecret, plainSecret, stateOf } from "../support/state";
import { sidOf, startTwilio } from "../support/twilio";

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
