import { secret, startPlugin } from "./support/engine";
import { configurationFor, otherSid, sid, startTwilio } from "./support/twilio";

test("getServiceWebhookConfiguration gives what is live, and null where nothing is set", async () => {
  const twilio = await startTwilio();
  const engine = await startPlugin(configurationFor(twilio));
  expect(await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: sid })).toEqual({
    result: {
      accountSid: twilio.account.accountSid,
      chatServiceSid: sid,
      preWebhookUrl: null,
      postWebhookUrl: "https://hooks.example.com/post",
      filters: ["onMessageAdded"],
      method: "POST",
      url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
    },
    failures: [],
  });
});

test("a URL that carries a credential is secret, and nothing else is", async () => {
  const twilio = await startTwilio();
  const url = "https://user:pass@hooks.example.com/post";
  twilio.changeWebhook(sid, { postWebhookUrl: url });
  const engine = await startPlugin(configurationFor(twilio));
  const { result } = await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: sid });
  expect(result).toMatchObject({ postWebhookUrl: secret(url), method: "POST", accountSid: twilio.account.accountSid });
});

test("a secret SID makes the whole result secret, and stands in no error", async () => {
  const twilio = await startTwilio();
  const engine = await startPlugin(configurationFor(twilio));
  const { result } = await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: secret(sid) });
  expect(result).toMatchObject({ chatServiceSid: secret(sid), method: secret("POST"), preWebhookUrl: secret(null) });
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: secret(otherSid) });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("service [secret]") }]);
  expect(JSON.stringify(failures)).not.toContain(otherSid);
});

test("getServiceWebhookConfigurations gives a reading of each service of the account, or of those named", async () => {
  const twilio = await startTwilio();
  twilio.addService({ sid: otherSid, friendlyName: "Support" });
  const engine = await startPlugin(configurationFor(twilio));
  const all = await engine.invoke("getServiceWebhookConfigurations", {});
  expect(all.result["services"]).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ chatServiceSid: otherSid, friendlyName: "Support", error: null }),
      expect.objectContaining({ chatServiceSid: sid, configuration: expect.objectContaining({ method: "POST" }) }),
    ]),
  );
  const missing = `IS${"0".repeat(32)}`;
  const named = await engine.invoke("getServiceWebhookConfigurations", { chatServiceSids: [missing, sid] });
  expect(named.result["services"]).toEqual([
    expect.objectContaining({
      chatServiceSid: missing,
      configuration: null,
      error: expect.objectContaining({ name: "TwilioApiError", status: 404, code: "20404" }),
    }),
    expect.objectContaining({ chatServiceSid: sid, error: null }),
  ]);
});

test("getWebhookConfiguration gives the account's own", async () => {
  const twilio = await startTwilio();
  twilio.setAccountWebhook({ target: "flex" });
  const engine = await startPlugin(configurationFor(twilio));
  const { result } = await engine.invoke("getWebhookConfiguration", {});
  expect(result).toMatchObject({ accountSid: twilio.account.accountSid, target: "flex", postWebhookUrl: null });
});

test.each([
  ["a SID of the wrong shape", { chatServiceSid: "CH123" }, /must be a service SID|chatServiceSid/],
  ["a SID that is missing", {}, /chatServiceSid/],
  [
    "a misspelt argument",
    { chatServiceSID: sid },
    /unknown argument "chatServiceSID"; did you mean "chatServiceSid"\?/,
  ],
  [
    "a resource for a SID",
    { chatServiceSid: { "4dabf18193072939515e22adb298388d": "5cf8f73096256a8f31e491e813e4eb8e", urn: "urn:x" } },
    /an argument is a resource, which is not a value that it takes/,
  ],
])("%s is one failure that names no property, and makes no request", async (_what, args, reason) => {
  const twilio = await startTwilio();
  const engine = await startPlugin(configurationFor(twilio));
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", args);
  expect(failures).toEqual([{ property: "", reason: expect.stringMatching(reason) }]);
  expect(twilio.requests).toEqual([]);
});

test("verifyServiceWebhookConfiguration answers whether a configuration is as expected, and what is not", async () => {
  const twilio = await startTwilio();
  const engine = await startPlugin(configurationFor(twilio));
  const verify = (expectation: object) =>
    engine.invoke("verifyServiceWebhookConfiguration", { chatServiceSid: sid, expect: expectation });
  expect(await verify({ postWebhookUrl: { host: ["hooks.example.com"] } })).toEqual({
    result: { passed: true, violations: [], findings: [] },
    failures: [],
  });
  expect((await verify({ postWebhookUrl: { host: ["hooks.example.net"] }, method: ["GET"] })).result).toEqual({
    passed: false,
    violations: [
      expect.objectContaining({ property: "postWebhookUrl", condition: "host" }),
      expect.objectContaining({ property: "method", condition: "equals", message: expect.stringContaining("POST") }),
    ],
    findings: [],
  });
  expect((await verify({})).failures).toEqual([{ property: "", reason: expect.stringContaining("expect is empty") }]);
});

test("a violation of a secret expectation shows neither it nor what is live", async () => {
  const twilio = await startTwilio();
  const engine = await startPlugin(configurationFor(twilio));
  const { result } = await engine.invoke("verifyServiceWebhookConfiguration", {
    chatServiceSid: sid,
    expect: { postWebhookUrl: { host: [secret("s3cret.example.com")] } },
  });
  expect(result["passed"]).toBe(false);
  expect(JSON.stringify(result)).not.toMatch(/s3cret|hooks\.example/);
});

test("a function that the plugin does not have is an error of one sentence, and the plugin goes on", async () => {
  const twilio = await startTwilio();
  const engine = await startPlugin(configurationFor(twilio));
  await expect(engine.invoke("getEverything", {})).rejects.toMatchObject({
    details: 'the function "twilio-conversations:index:getEverything" does not exist in this version of the plugin',
  });
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: sid });
  expect(failures).toEqual([]);
});

test("a cancelled plugin ends the requests that are under way", async () => {
  const twilio = await startTwilio();
  twilio.setFault(sid, { hang: true });
  const engine = await startPlugin(configurationFor(twilio));
  const read = engine.invoke("getServiceWebhookConfiguration", { chatServiceSid: sid });
  const ended = read.catch((error: unknown) => error);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await engine.cancel();
  expect(await ended).toMatchObject({ details: "the engine has cancelled" });
});

test("verifyServiceWebhookConfiguration judges by rules and by delivery too, and reads the account's settings if it takes them", async () => {
  const twilio = await startTwilio();
  twilio.changeWebhook(sid, { postWebhookUrl: "http://hooks.acme.io/post" });
  const engine = await startPlugin(configurationFor(twilio));
  const verify = async (args: Readonly<Record<string, unknown>>) =>
    (await engine.invoke("verifyServiceWebhookConfiguration", args)).result;
  expect(await verify({ chatServiceSid: sid, rules: {} })).toMatchObject({
    passed: false,
    violations: [],
    findings: [{ rule: "plain-http", severity: "error", property: "postWebhookUrl" }],
  });
  expect(await verify({ chatServiceSid: sid, rules: { "plain-http": "warning" } })).toMatchObject({ passed: true });
  expect(await verify({ chatServiceSid: sid, expect: { delivers: ["onMessageRemoved"] } })).toMatchObject({
    passed: false,
    violations: [{ property: "delivers", condition: "equals" }],
    findings: [],
  });
  twilio.addService({ sid: otherSid });
  twilio.setAccountWebhook({ target: "flex", filters: ["onMessageAdded"] });
  expect(await verify({ chatServiceSid: otherSid, expect: { delivers: ["onMessageAdded"] } })).toMatchObject({
    passed: true,
  });
  const { failures } = await engine.invoke("verifyServiceWebhookConfiguration", { chatServiceSid: sid });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("expect or rules is needed") }]);
});
