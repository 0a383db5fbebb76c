import { exampleAccountSid, exampleServiceSid, startEmulator, webhookConfiguration } from "../../provider/testing";

test("a configuration without overrides is that of a service that was never configured", () => {
  expect(webhookConfiguration()).toStrictEqual({
    accountSid: exampleAccountSid,
    chatServiceSid: exampleServiceSid,
    preWebhookUrl: null,
    postWebhookUrl: null,
    filters: null,
    method: null,
    url: `https://conversations.twilio.com/v1/Services/${exampleServiceSid}/Configuration/Webhooks`,
  });
});

test("overrides replace just what they name, null included, and the URL follows the service", () => {
  const chatServiceSid = `IS${"b".repeat(32)}`;
  expect(webhookConfiguration({ chatServiceSid, accountSid: null, filters: ["onMessageAdd"] })).toStrictEqual({
    ...webhookConfiguration(),
    chatServiceSid,
    accountSid: null,
    filters: ["onMessageAdd"],
    url: `https://conversations.twilio.com/v1/Services/${chatServiceSid}/Configuration/Webhooks`,
  });
  expect(webhookConfiguration({ url: null }).url).toBeNull();
});

test("an override that is undefined is none", () => {
  expect(webhookConfiguration({ method: undefined } as object)).toStrictEqual(webhookConfiguration());
});

test("a misspelt override is refused, not ignored", () => {
  expect(() => webhookConfiguration({ postWebhokUrl: null } as object)).toThrow(
    "a webhook configuration has no postWebhokUrl",
  );
});

test("a configuration does not share its filters with what it was made from", () => {
  const filters = ["onMessageAdd"];
  const configuration = webhookConfiguration({ filters });
  filters.push("onMessageAdded");
  expect(configuration.filters).toEqual(["onMessageAdd"]);
});

test("a configuration looks like what the emulator's service of that SID has", async () => {
  await using emulator = await startEmulator({ accounts: [{ accountSid: exampleAccountSid }] });
  const { webhook } = emulator.addService({ sid: exampleServiceSid });
  expect(webhookConfiguration()).toStrictEqual(webhook);
});
