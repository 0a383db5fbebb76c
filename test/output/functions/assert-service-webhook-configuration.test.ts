import * as twilio from "../../../provider/index";
import { outputValue, webhookConfiguration } from "../../../provider/testing";

const { chatServiceSid: _sid, ...shared } = webhookConfiguration();
const ofAccount = { ...shared, target: "webhook" } as never;

test("Both forms refuse the account's own configuration, and say what judges that", async () => {
  const message = "configuration is not a service's webhook configuration: it has no chatServiceSid\n  getWebhookConf";
  for (const method of ["POST", null] as const) {
    expect(() => twilio.assertServiceWebhookConfiguration(ofAccount, { method })).toThrow(message);
    const output = twilio.assertServiceWebhookConfigurationOutput(ofAccount, { method });
    const error: unknown = await outputValue(output).catch((reason: unknown) => reason);
    expect(twilio.isInvalidInputError(error)).toBe(true);
    expect((error as Error).message).toContain(message);
    expect((error as Error).stack).toBe((error as Error).message);
  }
  expect(twilio.verifyServiceWebhookConfiguration(ofAccount, { method: "POST" })).toHaveLength(1);
});

test.each([undefined, null, "IS1", {}, [webhookConfiguration()]])("%j is not a configuration to assert", (other) => {
  expect(() => twilio.assertServiceWebhookConfiguration(other as never, { method: null })).toThrow(
    "assertServiceWebhookConfiguration: configuration is not a service's webhook configuration: it ",
  );
});
