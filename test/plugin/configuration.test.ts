import { startPlugin } from "./support/engine";
import { configurationFor, sid, startTwilio } from "./support/twilio";

const read = { chatServiceSid: sid };

test("credentials come from the provider's configuration, or else from the environment, and are never mixed", async () => {
  const twilio = await startTwilio();
  const { accountSid, authToken, baseUrl } = configurationFor(twilio);
  const environment = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_BASE_URL: baseUrl };
  const fromEnvironment = await startPlugin({}, environment);
  expect((await fromEnvironment.invoke("getServiceWebhookConfiguration", read)).failures).toEqual([]);
  const half = await startPlugin({ accountSid: String(accountSid) }, environment);
  const { failures } = await half.invoke("getServiceWebhookConfiguration", read);
  expect(failures).toHaveLength(1);
  expect(failures[0]?.reason).toContain("twilio-conversations:authToken");
  expect(failures[0]?.reason).not.toMatch(/twilio:|emulated/);
});

test("without any credentials, the failure names the keys and the variables that the plugin looks up", async () => {
  const engine = await startPlugin();
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", read);
  expect(failures[0]?.reason).toContain("pulumi config set twilio-conversations:accountSid");
  expect(failures[0]?.reason).toContain("TWILIO_ACCOUNT_SID");
});

test("numbers among the settings are taken as they are, and as the text that a stack's config has", async () => {
  const twilio = await startTwilio();
  for (const maxAttempts of [1, "1"]) {
    twilio.clearRequests();
    const engine = await startPlugin({ ...configurationFor(twilio), maxAttempts });
    twilio.failNext(1, { status: 503 });
    const { failures } = await engine.invoke("getServiceWebhookConfiguration", read);
    expect([failures.length, twilio.requests.length]).toEqual([1, 1]);
  }
});

test("a misspelt key of the configuration is refused with what was meant; what another program has there is left alone", async () => {
  const engine = await startPlugin();
  expect((await engine.checkConfig({ accountSID: "AC1" })).reasons).toEqual([
    `the provider's configuration has "accountSID"; did you mean "accountSid"?`,
  ]);
  const given = { accountSid: "AC1", version: "0.1.0", greeting: "hello" };
  expect(await engine.checkConfig(given)).toEqual({ inputs: given, reasons: [] });
});

test("a read that takes too long names the plugin's own setting for the limit", async () => {
  const twilio = await startTwilio();
  twilio.setFault(sid, { hang: true });
  const engine = await startPlugin({ ...configurationFor(twilio), attemptTimeout: 0.1, maxAttempts: 1 });
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", read);
  expect(failures[0]?.reason).toContain("twilio-conversations:attemptTimeout (TWILIO_ATTEMPT_TIMEOUT)");
});
