import {
  exampleServiceSid,
  startEmulator,
  webhookConfiguration,
  type TwilioEmulator,
} from "../../../../provider/testing";
import { ask, webhookPath, type ListedService } from "../../support/ask";

// All that Jest would fake, but for Date.
const everyTimer = ["hrtime", "nextTick", "performance", "queueMicrotask", "setImmediate", "setTimeout"] as const;

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

test("a service without further ado has a SID of its own, the emulator's account and no configuration", () => {
  const service = emulator.addService();
  expect(service).toEqual({
    sid: expect.stringMatching(/^IS[0-9a-f]{32}$/),
    accountSid: emulator.account.accountSid,
    friendlyName: null,
    webhook: {
      accountSid: emulator.account.accountSid,
      chatServiceSid: service.sid,
      preWebhookUrl: null,
      postWebhookUrl: null,
      filters: null,
      method: null,
      url: `https://conversations.twilio.com/v1/Services/${service.sid}/Configuration/Webhooks`,
    },
  });
  expect(emulator.addService().sid).not.toBe(service.sid);
});

test("a change while it runs is in the next answer, and what it does not name stays", async () => {
  const { sid } = emulator.addService({ webhook: { preWebhookUrl: "https://a.example/", method: "POST" } });
  const changed = emulator.changeWebhook(sid, { method: "GET", filters: ["onMessageAdd"] });
  expect(changed.webhook).toMatchObject({ preWebhookUrl: "https://a.example/", method: "GET" });
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({
    pre_webhook_url: "https://a.example/",
    post_webhook_url: null,
    method: "GET",
    filters: ["onMessageAdd"],
  });
  emulator.changeWebhook(sid, { preWebhookUrl: null, filters: null });
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({ pre_webhook_url: null, filters: null });
});

test("a removed service gets 404, and can be added again", async () => {
  const { sid } = emulator.addService();
  expect(emulator.removeService(sid)).toBe(true);
  expect(emulator.removeService(sid)).toBe(false);
  expect((await ask(emulator, webhookPath(sid))).status).toBe(404);
  emulator.addService({ sid });
  expect((await ask(emulator, webhookPath(sid))).status).toBe(200);
});

test("a whole configuration can be given, and the service still answers under its own SID and account", async () => {
  const { sid } = emulator.addService({ webhook: webhookConfiguration({ method: "GET" }) });
  expect(sid).not.toBe(exampleServiceSid);
  expect((await ask(emulator, webhookPath(sid))).body).toMatchObject({
    chat_service_sid: sid,
    account_sid: emulator.account.accountSid,
    method: "GET",
  });
});

test("what was handed in or out can be changed without changing the service", async () => {
  const filters = ["onMessageAdd"];
  const { sid, webhook } = emulator.addService({ webhook: { filters } });
  filters.push("onMessageAdded");
  (webhook.filters as string[]).push("onMessageRemove");
  (emulator.changeWebhook(sid, { method: "GET" }).webhook.filters as string[]).push("onMessageUpdate");
  expect((await ask(emulator, webhookPath(sid))).body.filters).toEqual(["onMessageAdd"]);
});

test("a service's update shows in the list", async () => {
  const { sid } = emulator.addService();
  const service = async (): Promise<ListedService> => (await ask(emulator, "/v1/Services")).body.services[0]!;
  const before = await service();
  const later = new Date(Date.now() + 60_000);
  jest.useFakeTimers({ now: later, doNotFake: [...everyTimer] });
  emulator.changeWebhook(sid, { method: "GET" });
  jest.useRealTimers();
  const after = await service();
  expect(after.date_created).toBe(before.date_created);
  expect(after.date_updated).toBe(later.toISOString().replace(/\.\d+/, ""));
});

test("a misspelt property of a webhook is refused, not ignored", () => {
  const { sid } = emulator.addService();
  const webhook = { postWebhokUrl: "https://a.example/" } as object;
  expect(() => emulator.changeWebhook(sid, webhook)).toThrow("a webhook has no postWebhokUrl");
  expect(() => emulator.addService({ webhook })).toThrow(TypeError);
  expect(() => emulator.changeWebhook(sid, { target: "flex" } as object)).toThrow("a webhook has no target");
});

test("services and accounts that are not there, or there already, are named in the error", () => {
  const { sid } = emulator.addService();
  expect(() => emulator.addService({ sid })).toThrow(`the emulator has service ${sid} already`);
  expect(() => emulator.addService({ sid: "IS1" })).toThrow("sid must be IS and 32 hex digits");
  expect(() => emulator.changeWebhook(exampleServiceSid, {})).toThrow(`has no service ${exampleServiceSid}`);
  expect(() => emulator.changeIdentity(exampleServiceSid, {})).toThrow(RangeError);
  expect(() => emulator.addService({ accountSid: "AC1" })).toThrow("the emulator has no account AC1");
  expect(() => emulator.setAccountWebhook({}, "AC1")).toThrow("the emulator has no account AC1");
});
