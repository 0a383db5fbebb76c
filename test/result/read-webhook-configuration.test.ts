import { readWebhookConfiguration } from "../../provider/result/read-webhook-configuration";
import { accountOf, emulate, failureOf } from "./support/account";

test("the account's own configuration is read, with its target", async () => {
  const emulator = await emulate();
  emulator.setAccountWebhook({
    postWebhookUrl: "https://hooks.example.com/all",
    method: "POST",
    filters: ["onUserAdded"],
    target: "flex",
  });
  expect(await readWebhookConfiguration(accountOf(emulator))).toStrictEqual({
    accountSid: emulator.account.accountSid,
    preWebhookUrl: null,
    postWebhookUrl: "https://hooks.example.com/all",
    filters: ["onUserAdded"],
    method: "POST",
    target: "flex",
    url: "https://conversations.twilio.com/v1/Configuration/Webhooks",
  });
  expect(emulator.requests.map(({ method, path }) => `${method} ${path}`)).toEqual(["GET /v1/Configuration/Webhooks"]);
});

test("an account that was never configured has null in everything that can be set", async () => {
  expect(await readWebhookConfiguration(accountOf(await emulate()))).toMatchObject({
    preWebhookUrl: null,
    postWebhookUrl: null,
    filters: null,
    method: null,
  });
});

test.each(["studio", null])("the target %j, which is not documented, is passed through", async (target) => {
  const emulator = await emulate();
  emulator.setAccountWebhook({ target });
  // The emulator takes null as "leave it"; a fault answers with exactly this.
  emulator.failNext(1, {
    status: 200,
    body: {
      account_sid: null,
      pre_webhook_url: null,
      post_webhook_url: null,
      filters: null,
      method: null,
      target,
      url: null,
    },
  });
  expect((await readWebhookConfiguration(accountOf(emulator))).target).toBe(target);
});

test.each([
  ["account_sid", { account_sid: `AC${"f".repeat(32)}` }],
  ["target", { target: 1 }],
  ["method", { method: "PUT" }],
])("an answer whose %s is wrong is a format error", async (field, wrong) => {
  const emulator = await emulate();
  const right = {
    account_sid: null,
    pre_webhook_url: null,
    post_webhook_url: null,
    filters: null,
    method: null,
    target: null,
    url: null,
  };
  emulator.failNext(1, { status: 200, body: { ...right, ...wrong } });
  const error = await failureOf(readWebhookConfiguration(accountOf(emulator)));
  expect(error).toMatchObject({
    name: "ResponseFormatError",
    field,
    message: expect.stringContaining("the account's webhook configuration could not be read"),
  });
});
