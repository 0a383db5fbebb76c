import { startEmulator, type Fault, type TwilioEmulator } from "../../../../provider/testing";
import { ask, webhookPath } from "../../support/ask";

let emulator: TwilioEmulator;
let first: string;
let second: string;
beforeEach(async () => {
  emulator = await startEmulator();
  first = emulator.addService().sid;
  second = emulator.addService().sid;
});
afterEach(() => emulator.stop());

const statuses = async (...sids: string[]): Promise<number[]> => {
  const seen: number[] = [];
  for (const sid of sids) {
    seen.push((await ask(emulator, webhookPath(sid))).status);
  }
  return seen;
};

test("failNext fails that many requests, whichever they are, and no more", async () => {
  emulator.failNext(2, { status: 500 });
  expect(await statuses(first, second, first)).toEqual([500, 500, 200]);
});

test("faults for the next requests queue up", async () => {
  emulator.failNext(1, { status: 500 });
  emulator.failNext(2, { status: 503 });
  expect(await statuses(first, first, first, first)).toEqual([500, 503, 503, 200]);
});

test("a service's fault meets its requests only, until it is taken back", async () => {
  emulator.setFault(first, { status: 500 });
  expect(await statuses(first, second, first)).toEqual([500, 200, 500]);
  emulator.setFault(first, undefined);
  expect(await statuses(first)).toEqual([200]);
});

test("the fault of all requests meets lists and accounts too, and a service's own goes before it", async () => {
  emulator.setFault("*", { status: 503 });
  emulator.setFault(first, { status: 500 });
  expect(await statuses(first, second)).toEqual([500, 503]);
  expect((await ask(emulator, "/v1/Services")).status).toBe(503);
  expect((await ask(emulator, "/v1/Configuration/Webhooks")).status).toBe(503);
});

test("an account's fault meets its own webhook alone: its services and lists can still be read", async () => {
  const other = emulator.addAccount();
  emulator.setFault(emulator.account.accountSid, { status: 403 });
  expect((await ask(emulator, "/v1/Configuration/Webhooks")).status).toBe(403);
  expect((await ask(emulator, "/v1/Configuration/Webhooks", { account: other })).status).toBe(200);
  expect((await ask(emulator, "/v1/Services")).status).toBe(200);
  expect(await statuses(first)).toEqual([200]);
});

test("a queued fault goes before a standing one", async () => {
  emulator.setFault(first, { status: 500 });
  emulator.failNext(1, { status: 429 });
  expect(await statuses(first, first)).toEqual([429, 500]);
});

test("clearFaults takes back all of them", async () => {
  emulator.failNext(3, { status: 500 });
  emulator.setFault("*", { status: 500 });
  emulator.setFault(first, { status: 500 });
  emulator.clearFaults();
  expect(await statuses(first, second)).toEqual([200, 200]);
});

test.each([
  ["nothing", {}],
  ["null", null],
  ["a misspelt one", { stauts: 500 }],
  ["one with a misspelt detail", { status: 500, retryafter: 1 }],
  ["two at once", { reset: true, hang: true }],
  ["a detail alone", { code: 20500 }],
  ["a status that HTTP does not have", { status: 600 }],
  ["an informational status", { status: 100 }],
  ["a reset that is none", { reset: false }],
  ["a delay into the past", { delay: -1 }],
  ["a delay longer than a timer", { delay: 2 ** 31 }],
])("a fault that is %s is refused", (_title, fault) => {
  expect(() => emulator.setFault("*", fault as unknown as Fault)).toThrow(TypeError);
  expect(() => emulator.failNext(1, fault as unknown as Fault)).toThrow(TypeError);
});

test.each([0, -1, 1.5, Number.NaN])("failNext refuses a count of %p", (count) => {
  expect(() => emulator.failNext(count, { status: 500 })).toThrow(RangeError);
});

test("a fault for what is not the SID of a service or an account is refused, so that a typing error shows", () => {
  expect(() => emulator.setFault("IS1", { status: 500 })).toThrow("sid must be IS or AC and 32 hex digits");
});
