import { once } from "node:events";
import type { Socket } from "node:net";
import { startEmulator, type TwilioEmulator } from "../../../provider/testing";
import { ask, webhookPath } from "../support/ask";
import { exchange, openSocket, rawRequest } from "../support/raw-exchange";
import { until, untilIdle } from "../support/until";

let emulator: TwilioEmulator;
let path: string;
let sockets: Socket[];
beforeEach(async () => {
  emulator = await startEmulator({ concurrencyLimit: 3 });
  path = webhookPath(emulator.addService().sid);
  sockets = [];
});
afterEach(async () => {
  sockets.forEach((socket) => socket.destroy());
  await emulator.stop();
});

/** Keeps the emulator busy with that many requests. */
async function occupy(count: number): Promise<void> {
  const before = emulator.countRequests();
  emulator.failNext(count, { hang: true });
  for (let i = 0; i < count; i++) {
    const socket = openSocket(emulator);
    socket.write(rawRequest(emulator, path));
    sockets.push(socket);
  }
  await until(() => emulator.countRequests() === before + count);
}

test("requests beyond the limit get 429 with code 20429 and the number of concurrent requests", async () => {
  await occupy(3);
  for (const { status, headers, body } of [await ask(emulator, path), await ask(emulator, "/v1/Services")]) {
    expect(status).toBe(429);
    expect(headers.get("Twilio-Concurrent-Requests")).toBe("4");
    expect(headers.has("Retry-After")).toBe(false);
    expect(body).toEqual({
      code: 20429,
      message: "Too Many Requests",
      more_info: "https://www.twilio.com/docs/errors/20429",
      status: 429,
    });
  }
});

test("requests within the limit are answered, with their number", async () => {
  await occupy(2);
  const { status, headers } = await ask(emulator, path);
  expect([status, headers.get("Twilio-Concurrent-Requests")]).toEqual([200, "3"]);
});

test("a refused request uses up no fault and changes nothing", async () => {
  await occupy(3);
  emulator.failNext(1, { status: 500 });
  const body = new URLSearchParams({ Method: "GET" });
  expect((await ask(emulator, path, { method: "POST", body })).status).toBe(429);
  emulator.concurrencyLimit = undefined;
  expect((await ask(emulator, path)).status).toBe(500);
  expect((await ask(emulator, path)).body.method).toBeNull();
});

test("requests one after another never meet the limit", async () => {
  emulator.concurrencyLimit = 1;
  for (let i = 0; i < 20; i++) {
    const { status, headers } = await ask(emulator, path);
    expect([status, headers.get("Twilio-Concurrent-Requests")]).toEqual([200, "1"]);
  }
});

test("a client that has gone no longer counts, however it went", async () => {
  await occupy(3);
  sockets.forEach((socket) => socket.destroy());
  await untilIdle(emulator);
  emulator.failNext(1, { reset: true });
  await exchange(emulator, path);
  await untilIdle(emulator);
  const { status, headers } = await ask(emulator, path);
  expect([status, headers.get("Twilio-Concurrent-Requests")]).toEqual([200, "1"]);
});

test("the limit can be changed while it runs", async () => {
  emulator.concurrencyLimit = 0;
  expect((await ask(emulator, path)).status).toBe(429);
  emulator.concurrencyLimit = undefined;
  expect((await ask(emulator, path)).status).toBe(200);
});

test("requests that are forgotten while they go on still count as concurrent", async () => {
  await occupy(2);
  emulator.clearRequests();
  expect([emulator.countRequests(), emulator.mostConcurrentRequests]).toEqual([0, 2]);
});

test("the most requests at once are known until the requests are forgotten", async () => {
  emulator.concurrencyLimit = undefined;
  await occupy(7);
  sockets.forEach((socket) => socket.destroy());
  await Promise.all(sockets.map((socket) => once(socket, "close")));
  expect(emulator.mostConcurrentRequests).toBe(7);
  await untilIdle(emulator);
  await ask(emulator, path);
  expect(emulator.mostConcurrentRequests).toBe(1);
});
