import { startEmulator, type TwilioEmulator } from "../../../provider/testing";
import { ask, webhookPath } from "../support/ask";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

test("raw fields are sent exactly as given: empty, odd, of another type, or not at all", async () => {
  const raw = { pre_webhook_url: "", post_webhook_url: "hooks.example.com/a b", method: "post", filters: 7 };
  const { sid } = emulator.addService({ raw: { ...raw, url: undefined, more: null } });
  const { status, body } = await ask(emulator, webhookPath(sid));
  expect(status).toBe(200);
  expect(body).toEqual({
    ...raw,
    more: null,
    account_sid: emulator.account.accountSid,
    chat_service_sid: sid,
  });
});

test("raw fields replace those set before, and can be taken back", async () => {
  const { sid } = emulator.addService({ webhook: { method: "POST" } });
  const usual = (await ask(emulator, webhookPath(sid))).body;
  emulator.setRawFields(sid, { method: "post", url: 1 });
  emulator.setRawFields(sid, { method: "get" });
  expect((await ask(emulator, webhookPath(sid))).body).toEqual({ ...usual, method: "get" });
  emulator.setRawFields(sid, undefined);
  expect((await ask(emulator, webhookPath(sid))).body).toEqual(usual);
});

test("an account's answer can have raw fields too, and only its own", async () => {
  const other = emulator.addAccount();
  emulator.setRawFields(emulator.account.accountSid, { target: "" });
  expect((await ask(emulator, "/v1/Configuration/Webhooks")).body).toMatchObject({ target: "" });
  const others = await ask(emulator, "/v1/Configuration/Webhooks", { account: other });
  expect(others.body).toMatchObject({ target: "webhook" });
  emulator.setRawFields(emulator.account.accountSid, undefined);
  expect((await ask(emulator, "/v1/Configuration/Webhooks")).body).toMatchObject({ target: "webhook" });
});

test.each([`IS${"0".repeat(32)}`, `AC${"0".repeat(32)}`, "other"])(
  "raw fields for an unknown %s are refused",
  (sid) => {
    expect(() => emulator.setRawFields(sid, {})).toThrow(RangeError);
  },
);
