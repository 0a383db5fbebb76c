import { projectFor, sid, startTwilio } from "../support/service";

jest.setTimeout(120_000);

const program = `
const pulumi = require("@pulumi/pulumi");
const { ServiceWebhookConfiguration, WebhookGate, getServiceWebhookConfigurationOutput } = require("pulumi-twilio-conversations");
class DynamicProvider extends pulumi.ProviderResource {
  constructor(name, config) { super("pulumi-nodejs", name, config); }
}
const config = new pulumi.Config("twilio");
const chatServiceSid = "${sid}";
exports.method = getServiceWebhookConfigurationOutput({ chatServiceSid }).method;
const settings = {
  "twilio:baseUrl": config.require("baseUrl"),
  "twilio:accountSid": config.require("accountSid"),
  "twilio:authToken": config.requireSecret("authToken"),
};
const options = { default: () => ({}), explicit: () => ({ providers: [new DynamicProvider("dynamic", settings)] }) };
const kind = new pulumi.Config().get("kind");
if (kind !== undefined) {
  const services = { chat: { chatServiceSid, expect: { method: "POST" } } };
  new WebhookGate("gate", { services }, options[kind]());
}
`;

test("With default providers disabled functions work, and recorded resources do with a provider that is given the config", async () => {
  const twilio = await startTwilio();
  const project = await projectFor(twilio, program);
  await project.pulumi("config", "set", "--path", "pulumi:disable-default-providers[0]", "*");
  expect(await project.preview()).toMatchObject({ code: 0 });

  await project.setConfig({ "test:kind": "default" });
  const refused = await project.preview();
  expect(refused.code).not.toBe(0);
  expect(refused.output).toMatch(/Default provider for 'pulumi-nodejs' disabled\. .* must use an explicit provider/);

  await project.setConfig({ "test:kind": "explicit" });
  expect(await project.up()).toMatchObject({ code: 0 });
  expect(await project.refresh()).toMatchObject({ code: 0 });
  expect(JSON.stringify(await project.exportState())).not.toContain(twilio.account.authToken);
});
