import * as pulumi from "@pulumi/pulumi";
import * as twilio from "../../../provider/index";
import { exampleServiceSid as sid, outputValue, startEmulator, type TwilioEmulator } from "../../../provider/testing";

let emulator: TwilioEmulator;
const environment = { ...process.env };

beforeAll(async () => {
  emulator = await startEmulator();
  emulator.addService({ sid, webhook: { postWebhookUrl: "https://hooks.example.com/post", method: "POST" } });
  Object.assign(process.env, emulator.environment());
});

afterEach(() => emulator.clearFaults());

afterAll(async () => {
  process.env = environment;
  await emulator.stop();
});

test("Both forms read the live values, with the credentials of the environment", async () => {
  const live = {
    accountSid: emulator.account.accountSid,
    chatServiceSid: sid,
    preWebhookUrl: null,
    postWebhookUrl: "https://hooks.example.com/post",
    filters: null,
    method: "POST",
    url: `https://conversations.twilio.com/v1/Services/${sid}/Configuration/Webhooks`,
  };
  expect(await twilio.getServiceWebhookConfiguration({ chatServiceSid: sid })).toEqual(live);
  expect(
    await outputValue(twilio.getServiceWebhookConfigurationOutput({ chatServiceSid: pulumi.output(sid) })),
  ).toEqual(live);
});

test.each(["get", "post", "Get"])(
  "The method is given in upper case, though %s is what Twilio sends",
  async (method) => {
    const body = JSON.stringify({
      account_sid: null,
      chat_service_sid: null,
      pre_webhook_url: null,
      post_webhook_url: null,
      filters: null,
      method,
      url: null,
    });
    emulator.failNext(1, { status: 200, body });
    const live = await twilio.getServiceWebhookConfiguration({ chatServiceSid: sid });
    expect(live).toMatchObject({ method: method.toUpperCase(), chatServiceSid: sid, accountSid: null, url: null });
  },
);

test("The plain form rejects and never throws, with an error that its guard knows", async () => {
  const wrong = [
    undefined,
    null,
    {},
    { chatServiceSid: 7 },
    { chatServiceSid: "IS1" },
    { chatServiceSid: sid, account: "a b" },
  ];
  for (const args of wrong) {
    const promise = twilio.getServiceWebhookConfiguration(args as never);
    const error: unknown = await promise.catch((reason: unknown) => reason);
    expect(twilio.isInvalidInputError(error)).toBe(true);
  }
});

test("An aborted signal ends the read at once, with the signal's reason", async () => {
  emulator.setFault(sid, { hang: true });
  const aborted = AbortSignal.abort(new Error("before"));
  await expect(twilio.getServiceWebhookConfiguration({ chatServiceSid: sid }, { signal: aborted })).rejects.toThrow(
    "before",
  );
  const controller = new AbortController();
  const reading = twilio.getServiceWebhookConfiguration({ chatServiceSid: sid }, { signal: controller.signal });
  setTimeout(() => controller.abort(new Error("during")), 100);
  await expect(reading).rejects.toThrow("during");
});

test("An unreadable service is a TwilioApiError with what Twilio said, and the message says what to do", async () => {
  const other = "IS00000000000000000000000000000000";
  const error: unknown = await twilio
    .getServiceWebhookConfiguration({ chatServiceSid: other })
    .catch((reason: unknown) => reason);
  expect(twilio.isTwilioApiError(error) && error).toMatchObject({
    status: 404,
    code: 20404,
    moreInfo: "https://www.twilio.com/docs/errors/20404",
    requestId: expect.stringMatching(/^RQ[0-9a-f]{32}$/),
  });
  expect((error as Error).message).toContain("Does this service belong to the account of these credentials");
});

test("A filter that is new at Twilio is passed through", async () => {
  emulator.changeWebhook(sid, { filters: ["onMessageAdded", "onSomethingNew"] });
  const { filters } = await twilio.getServiceWebhookConfiguration({ chatServiceSid: sid });
  expect(filters).toEqual(["onMessageAdded", "onSomethingNew"]);
});

test("The reads of a plain script share one client, and what it learns of how many requests the server bears", async () => {
  emulator.clearRequests();
  emulator.concurrencyLimit = 8;
  emulator.setFault(sid, { delay: 100 });
  const reads = Array.from({ length: 40 }, () => twilio.getServiceWebhookConfiguration({ chatServiceSid: sid }));
  const outcomes = await Promise.allSettled(reads);
  emulator.concurrencyLimit = undefined;
  expect(outcomes.filter(({ status }) => status === "rejected")).toEqual([]);
  // Of those that go out at first, 8 are refused; without a client in common it would be 32, and more of those after them.
  expect(emulator.requests.filter(({ status }) => status === 429).length).toBeLessThan(25);
});
