import { configFor, diagnosticsOf, projectFor, sid, startTwilio } from "../support/service";

test("Two named accounts in one program read with credentials of their own, from config and from the environment", async () => {
  const twilio = await startTwilio();
  const eu = twilio.addAccount();
  const jp = twilio.addAccount();
  const { sid: euSid } = twilio.addService({ accountSid: eu.accountSid, webhook: { method: "GET" } });
  const { sid: jpSid } = twilio.addService({ accountSid: jp.accountSid, webhook: { method: "POST" } });
  const project = await projectFor(
    twilio,
    `
    const { getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
    exports.home = getServiceWebhookConfigurationOutput({ chatServiceSid: "${sid}" }).accountSid;
    exports.eu = new ServiceWebhookConfiguration("eu", { chatServiceSid: "${euSid}", account: "eu" });
    exports.jp = getServiceWebhookConfigurationOutput({ chatServiceSid: "${jpSid}", account: "jp" }).accountSid;
    exports.got = ServiceWebhookConfiguration.get("got", "${euSid}", { account: "eu" }).accountSid;
    `,
    {
      config: configFor(twilio, { account: eu, name: "eu" }),
      env: twilio.environment({ account: jp, name: "jp" }),
    },
  );
  const up = await project.up();
  expect(diagnosticsOf(up.output)).not.toContain("error");
  expect(await project.stackOutputs()).toMatchObject({
    home: twilio.account.accountSid,
    eu: { accountSid: eu.accountSid, account: "eu", method: "GET" },
    jp: jp.accountSid,
    got: eu.accountSid,
  });

  // A refresh reads with the account that was recorded.
  twilio.changeWebhook(euSid, { method: "POST" });
  expect((await project.refresh()).code).toBe(0);
  expect((await project.preview("--expect-no-changes")).code).toBe(0);

  await project.preview("--logtostderr", "-v=9", "--debug");
  await project.exportState();
  await project.destroy();
  for (const account of [twilio.account, eu, jp]) {
    const secrets = [
      account.authToken,
      account.apiSecret,
      Buffer.from(`${account.accountSid}:${account.authToken}`).toString("base64"),
    ];
    expect(secrets.filter((secret) => project.transcript.includes(secret))).toEqual([]);
  }
});

test("An account without credentials is one clean error that says what to set", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(
    twilio,
    `
    const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
    new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}", account: "eu" });
    `,
    { config: { "twilio-eu:apiKey": twilio.account.apiKey } },
  );
  const preview = await project.preview();
  expect(preview.code).not.toBe(0);
  expect(diagnosticsOf(preview.output)).toMatchInlineSnapshot(`
"Diagnostics:
  pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration (chat):
    error: pulumi-nodejs:dynamic/twilio-conversations:ServiceWebhookConfiguration resource 'chat' has a problem: the Twilio credentials for the account "eu" in the stack config are not complete: twilio-eu:apiKey is set, but twilio-eu:apiSecret is missing
      Set the API key's secret: pulumi config set --secret twilio-eu:apiSecret
      The environment is not used while the stack config has any credential.
"
`);
});

test("A resource without an account says so in preview already", async () => {
  const project = await projectFor(
    await startTwilio(),
    `const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
    const { account } = new ServiceWebhookConfiguration("chat", { chatServiceSid: "${sid}" });
    exports.which = account.apply((name) => name ?? "the default one");`,
  );
  expect((await project.preview()).output).toMatch(/which: "the default one"/);
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ which: "the default one" });
});
