import { inspect } from "node:util";
import { startEmulator, type TwilioEmulator } from "../../../provider/testing";
import { ask, basic, webhookPath } from "../support/ask";
import { exchange } from "../support/raw-exchange";

let emulator: TwilioEmulator;
beforeEach(async () => {
  emulator = await startEmulator();
});
afterEach(() => emulator.stop());

test("requests are recorded in their order with what was asked, by whom, and what was answered", async () => {
  const { sid } = emulator.addService();
  const first = await ask(emulator, webhookPath(sid));
  const second = await ask(emulator, "/v1/Services?PageSize=7");
  const third = await ask(emulator, webhookPath(sid), { method: "POST", headers: { Authorization: basic("a", "b") } });
  const { accountSid } = emulator.account;
  expect(emulator.requests).toEqual([
    {
      method: "GET",
      path: webhookPath(sid),
      status: 200,
      requestId: first.headers.get("Twilio-Request-Id"),
      accountSid,
      credential: "authToken",
      chatServiceSid: sid,
    },
    {
      method: "GET",
      path: "/v1/Services?PageSize=7",
      status: 200,
      requestId: second.headers.get("Twilio-Request-Id"),
      accountSid,
      credential: "authToken",
      chatServiceSid: undefined,
    },
    {
      method: "POST",
      path: webhookPath(sid),
      status: 401,
      requestId: third.headers.get("Twilio-Request-Id"),
      accountSid: undefined,
      credential: undefined,
      chatServiceSid: sid,
    },
  ]);
});

test("a record never has a password or an Authorization header in it", async () => {
  const { apiKey, apiSecret, authToken, accountSid } = emulator.account;
  await ask(emulator, "/v1/Services");
  await ask(emulator, "/v1/Services", { headers: { Authorization: basic(apiKey, apiSecret) } });
  const text = inspect(emulator.requests, { depth: 9, showHidden: true }) + JSON.stringify(emulator.requests);
  const headers = [basic(accountSid, authToken), basic(apiKey, apiSecret)].map((header) => header.slice(6));
  for (const secret of [apiSecret, authToken, ...headers]) {
    expect(text).not.toContain(secret);
  }
});

test("requests can be counted by what they have and by a function", async () => {
  const { sid } = emulator.addService();
  const unknown = `IS${"0".repeat(32)}`;
  await ask(emulator, webhookPath(sid));
  await ask(emulator, webhookPath(sid));
  await ask(emulator, webhookPath(unknown));
  expect(emulator.countRequests()).toBe(3);
  expect(emulator.countRequests({ chatServiceSid: sid })).toBe(2);
  expect(emulator.countRequests({ chatServiceSid: sid, status: 404 })).toBe(0);
  expect(emulator.countRequests({ status: 404 })).toBe(1);
  expect(emulator.countRequests(({ path }) => path.includes(unknown))).toBe(1);
});

test("requests can be forgotten, and what was handed out before does not change with it", async () => {
  await ask(emulator, "/v1/Services");
  const before = emulator.requests;
  await ask(emulator, "/v1/Services");
  expect(before).toHaveLength(1);
  emulator.clearRequests();
  expect(emulator.countRequests()).toBe(0);
  await ask(emulator, "/v1/Services");
  expect(emulator.requests).toHaveLength(1);
});

test("a request that got no answer is recorded without a status, one that got half of an answer with it", async () => {
  emulator.failNext(1, { reset: true });
  emulator.failNext(1, { truncate: true });
  await exchange(emulator, "/v1/Services");
  await exchange(emulator, "/v1/Services");
  expect(emulator.requests.map(({ status }) => status)).toEqual([undefined, 200]);
});
