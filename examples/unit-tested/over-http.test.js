const { getServiceWebhookConfiguration, isTwilioApiError } = require("pulumi-twilio-conversations");
const { startEmulator } = require("pulumi-twilio-conversations/testing");

let twilio;

beforeEach(async () => {
  twilio = await startEmulator();
  Object.assign(process.env, twilio.environment());
});

afterEach(() => twilio.stop());

test("What is read is what the service has", async () => {
  const { sid } = twilio.addService({ webhook: { postWebhookUrl: "https://hooks.example.com/post", method: "POST" } });
  const read = await getServiceWebhookConfiguration({ chatServiceSid: sid });
  expect(read).toMatchObject({ postWebhookUrl: "https://hooks.example.com/post", preWebhookUrl: null, method: "POST" });
  expect(twilio.countRequests()).toBe(1);
});

test("A service that is gone is told from one that cannot be reached", async () => {
  const { sid } = twilio.addService();
  twilio.removeService(sid);
  const error = await getServiceWebhookConfiguration({ chatServiceSid: sid }).catch((reason) => reason);
  expect(isTwilioApiError(error) && error.status).toBe(404);
});
