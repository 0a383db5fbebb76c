import { startPlugin, unknown } from "./support/engine";
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

test("what an explicit provider lacks is said of that provider, and not of the stack config, which is not its own", async () => {
  const twilio = await startTwilio();
  const { accountSid, authToken, baseUrl } = configurationFor(twilio);
  const environment = { TWILIO_ACCOUNT_SID: String(accountSid), TWILIO_AUTH_TOKEN: String(authToken) };
  const engine = await startPlugin({}, environment);
  const reason = async (given: Record<string, unknown>) => {
    await engine.configure(given, "eu");
    const [failure] = (await engine.invoke("getServiceWebhookConfiguration", read)).failures;
    expect(failure?.reason).not.toMatch(/stack config|pulumi config|emulated/);
    return failure?.reason;
  };
  expect(await reason({ accountSid: String(accountSid) })).toBe(
    `the Twilio credentials in the provider "eu" are not complete: accountSid is set, but authToken is missing
  Set the auth token: give the provider "eu" authToken
  The environment is not used while the provider "eu" has any credential. To use TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN instead: leave accountSid out`,
  );
  expect(await reason({ accountSid: "AC1", authToken: "x" })).toContain(
    'accountSid of the provider "eu" must be "AC" followed by',
  );
  expect(await reason({ accountSid, authToken: "wrong", baseUrl })).toContain(
    'from the provider "eu" (accountSid, authToken)',
  );
  expect(await reason({ accountSid, authToken, baseUrl, maxAttempts: 0 })).toContain(
    'maxAttempts of the provider "eu" must be',
  );
  twilio.setFault(sid, { hang: true });
  expect(await reason({ accountSid, authToken, baseUrl, maxAttempts: 1, attemptTimeout: 0.1 })).toContain(
    'The limit is the setting attemptTimeout of the provider "eu" (TWILIO_ATTEMPT_TIMEOUT), in seconds.',
  );
});

test("an explicit provider without credentials says what to give it, or the variables", async () => {
  const engine = await startPlugin();
  await engine.configure({}, "eu");
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", read);
  expect(failures[0]?.reason).toBe(`there are no Twilio credentials in the provider "eu" or the environment
  Either: give the provider "eu" apiKey and apiSecret
  or: give the provider "eu" accountSid and authToken
  or set TWILIO_API_KEY and TWILIO_API_SECRET, or TWILIO_ACCOUNT_SID and TWILIO_AUTH_TOKEN.`);
});

test.each<[unknown, string]>([
  [true, "is a boolean"],
  [{}, "is an object"],
  [["AC"], "is a list"],
])("a setting that is %j is refused, and no other account is read instead", async (accountSid, got) => {
  const twilio = await startTwilio();
  const { accountSid: own, authToken, baseUrl } = configurationFor(twilio);
  const environment = { TWILIO_ACCOUNT_SID: own, TWILIO_AUTH_TOKEN: authToken, TWILIO_BASE_URL: baseUrl } as const;
  for (const [provider, name] of [
    ["default", "twilio-conversations:accountSid"],
    ["eu", 'accountSid of the provider "eu"'],
  ] as const) {
    const engine = await startPlugin({}, environment);
    await engine.configure({ accountSid }, provider);
    const { failures } = await engine.invoke("getServiceWebhookConfiguration", read);
    expect(failures.map(({ reason }) => reason)).toEqual([`${name} must be a text; it ${got}`]);
  }
  expect(twilio.requests).toEqual([]);
});

test("a setting that is not known yet is refused, and no other account is read instead", async () => {
  const twilio = await startTwilio();
  const { accountSid, authToken, baseUrl } = configurationFor(twilio);
  const environment = { TWILIO_ACCOUNT_SID: accountSid, TWILIO_AUTH_TOKEN: authToken, TWILIO_BASE_URL: baseUrl };
  const engine = await startPlugin({}, environment);
  await engine.configure({ accountSid: unknown }, "eu");
  const { failures } = await engine.invoke("getServiceWebhookConfiguration", read);
  expect(failures.map(({ reason }) => reason)).toEqual(["the provider's accountSid is not known yet"]);
  expect(twilio.requests).toEqual([]);
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
