import type { TwilioEmulator } from "../../provider/testing";
import { configFor, configuredWebhook, diagnosticsOf, otherSid, projectFor, sid, startTwilio } from "./support/service";

let twilio: TwilioEmulator;

beforeAll(async () => {
  twilio = await startTwilio();
  twilio.addService({ sid: otherSid, friendlyName: "Support chat" });
  twilio.setAccountWebhook({ preWebhookUrl: "https://hooks.example.com/account", target: "webhook" });
});

beforeEach(() => {
  twilio.clearFaults();
  twilio.clearRequests();
});

const gone = "IS99999999999999999999999999999999";
const imports = `
const pulumi = require("@pulumi/pulumi");
const {
  getServiceWebhookConfigurations, getServiceWebhookConfigurationsOutput, getWebhookConfiguration, getWebhookConfigurationOutput,
} = require("pulumi-twilio-conversations");
`;

const configurationOf = (chatServiceSid: string, changed: object = {}): object => ({
  accountSid: twilio.account.accountSid,
  chatServiceSid,
  preWebhookUrl: null,
  postWebhookUrl: null,
  filters: null,
  method: null,
  url: `https://conversations.twilio.com/v1/Services/${chatServiceSid}/Configuration/Webhooks`,
  ...changed,
});

test("All services of the account, or those named, are stack outputs: each with its configuration or why there is none", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    module.exports = async () => ({
      all: getServiceWebhookConfigurationsOutput(),
      named: (await getServiceWebhookConfigurations({ chatServiceSids: ["${otherSid}", "${gone}"] })).services,
      account: getWebhookConfigurationOutput(),
      target: (await getWebhookConfiguration()).target,
    });
  `,
  );
  const up = await project.up();
  expect(diagnosticsOf(up.output)).not.toContain("error");
  const configured = {
    chatServiceSid: sid,
    friendlyName: null,
    configuration: configurationOf(sid, configuredWebhook),
    error: null,
  };
  const never = { chatServiceSid: otherSid, configuration: configurationOf(otherSid), error: null };
  expect(await project.stackOutputs()).toEqual({
    all: { services: [configured, { ...never, friendlyName: "Support chat" }] },
    named: [
      { ...never, friendlyName: null },
      {
        chatServiceSid: gone,
        friendlyName: null,
        configuration: null,
        error: {
          name: "TwilioApiError",
          message: expect.stringContaining(
            `the webhook configuration of service ${gone} could not be read: Twilio answered 404`,
          ),
          status: 404,
          code: 20404,
          requestId: expect.stringMatching(/^RQ/),
        },
      },
    ],
    account: {
      accountSid: twilio.account.accountSid,
      preWebhookUrl: "https://hooks.example.com/account",
      postWebhookUrl: null,
      filters: null,
      method: null,
      target: "webhook",
      url: "https://conversations.twilio.com/v1/Configuration/Webhooks",
    },
    target: "webhook",
  });
});

test("One service that is not known yet makes the result unknown in preview, without a request, and is read in the update", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    const service = new pulumi.Stash("service", { input: { sid: "${sid}", account: "" } });
    const known = pulumi.all([service.id, service.output]).apply(([, output]) => output);
    const chatServiceSids = ["${otherSid}", known.sid, Promise.resolve("${otherSid}")];
    const read = getServiceWebhookConfigurationsOutput({ chatServiceSids });
    exports.read = read.services.apply((services) => services.map((one) => one.chatServiceSid));
    exports.after = getServiceWebhookConfigurationsOutput({}, { dependsOn: service }).services.length;
    exports.account = getWebhookConfigurationOutput({}, { dependsOn: [service] }).target;
    exports.named = getWebhookConfigurationOutput({ account: known.account.apply((name) => name || undefined) }).target;
  `,
  );
  const preview = await project.preview("--diff");
  expect(preview.code).toBe(0);
  for (const name of ["read", "after", "account", "named"]) {
    expect(preview.output).toMatch(new RegExp(`${name}\\s*: \\[unknown\\]`));
  }
  expect(twilio.countRequests()).toBe(0);
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({
    read: [otherSid, sid, otherSid],
    after: 2,
    account: "webhook",
    named: "webhook",
  });
});

test("A secret service SID, or a secret list of them, makes the result secret, and stands in no log", async () => {
  const project = await projectFor(
    twilio,
    `${imports}
    exports.one = getServiceWebhookConfigurationsOutput({ chatServiceSids: ["${sid}", pulumi.secret("${gone}")] });
    exports.list = getServiceWebhookConfigurationsOutput({ chatServiceSids: pulumi.secret(["${sid}"]) });
    exports.account = getWebhookConfigurationOutput({ account: pulumi.secret(undefined) });
  `,
  );
  const preview = await project.preview("--diff", "--logtostderr", "-v=5", "--debug");
  expect(preview.code).toBe(0);
  expect(preview.output).toMatch(/one\s*: \[secret\]/);
  expect(preview.output).toContain("service [secret]");
  expect(preview.output).not.toContain("hooks.example.com");
  expect(preview.output.match(/.*IS9999.*/g) ?? []).toEqual([]);
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ one: "[secret]", list: "[secret]", account: "[secret]" });
});

test("A URL that carries a credential makes the whole result of the Output forms secret", async () => {
  const eu = twilio.addAccount();
  const webhook = { preWebhookUrl: "https://hooks.example.com/pre?key=opensesame" };
  twilio.addService({ accountSid: eu.accountSid });
  twilio.addService({ accountSid: eu.accountSid, webhook });
  twilio.setAccountWebhook(webhook, eu.accountSid);
  const project = await projectFor(
    twilio,
    `${imports}
    exports.services = getServiceWebhookConfigurationsOutput({ account: "eu" });
    exports.account = getWebhookConfigurationOutput({ account: "eu" });
    exports.home = getWebhookConfigurationOutput().target;
    `,
    { config: configFor(twilio, { account: eu, name: "eu" }) },
  );
  expect((await project.up()).code).toBe(0);
  expect(await project.stackOutputs()).toEqual({ services: "[secret]", account: "[secret]", home: "webhook" });
  expect(await project.stackOutputs({ showSecrets: true })).toMatchObject({
    services: { services: [{ configuration: { preWebhookUrl: null } }, { configuration: webhook }] },
    account: webhook,
  });
  await project.exportState();
  expect(project.transcript).not.toContain("opensesame");
});

const wrongToken = () => configFor(twilio, { account: { ...twilio.account, authToken: "another-token" } });
const forms = {
  getServiceWebhookConfigurationsOutput: `exports.live = getServiceWebhookConfigurationsOutput();`,
  getServiceWebhookConfigurations: `module.exports = async () => ({ live: await getServiceWebhookConfigurations() });`,
  getWebhookConfigurationOutput: `exports.live = getWebhookConfigurationOutput().target;`,
  getWebhookConfiguration: `module.exports = async () => ({ live: await getWebhookConfiguration() });`,
};

test.each(Object.entries(forms))(
  "%s with wrong credentials stops the preview with one short error",
  async (name, body) => {
    const project = await projectFor(twilio, imports + body, { config: wrongToken() });
    const preview = await project.preview();
    const diagnostics = diagnosticsOf(preview.output);
    expect(preview.code).not.toBe(0);
    expect(diagnostics.match(/(?<=^ +)error: .*/gm)).toEqual([
      expect.stringMatching(
        new RegExp(
          `^error: ${name}: the (list of services|account's webhook configuration) could not be read: Twilio answered 401`,
        ),
      ),
    ]);
    expect(diagnostics).not.toMatch(/^\s+at .*[(:]/m);
    expect(diagnostics).not.toMatch(/PromiseRejectionHandledWarning|Unhandled|serializing|node:internal|\.js:\d+/);
    expect(preview.output).not.toContain("another-token");
  },
);

test.each([
  [`exports.live = getServiceWebhookConfigurationsOutput({ chatServiceSids: ["${sid}", "AC"] });`],
  [`exports.live = getServiceWebhookConfigurations({ chatServiceSids: ["${sid}", "AC"] });`],
  [`getServiceWebhookConfigurationsOutput({ chatServiceSids: ["${sid}", pulumi.output("AC")] });`],
])("What is no service's SID stops the preview with one error that says which it is: %s", async (body) => {
  const project = await projectFor(twilio, imports + body);
  const preview = await project.preview();
  const diagnostics = diagnosticsOf(preview.output);
  expect(preview.code).not.toBe(0);
  expect(diagnostics.match(/chatServiceSids\[1\] must be "IS" followed by 32 hexadecimal digits/g)).toHaveLength(1);
  expect(diagnostics).not.toMatch(/PromiseRejectionHandledWarning|Unhandled|node:internal|\.js:\d+/);
  expect(twilio.countRequests()).toBe(0);
});

test("While Twilio has no capacity for many services, one notice tells of all of them, and all are read", async () => {
  for (const each of [sid, otherSid]) {
    twilio.setFault(each, { status: 429, retryAfter: 4 });
  }
  const project = await projectFor(
    twilio,
    `${imports} exports.count = getServiceWebhookConfigurationsOutput().services.length;`,
  );
  const preview = project.preview();
  const healed = setInterval(() => {
    if (twilio.countRequests(({ status }) => status === 429) >= 2) {
      twilio.clearFaults();
    }
  }, 50);
  const { code, output } = await preview;
  clearInterval(healed);
  expect(code).toBe(0);
  expect(output).toMatch(/count\s*: 2/);
  expect(diagnosticsOf(output).match(/still reading .*: .*429.*; retrying/g)).toHaveLength(1);
});
