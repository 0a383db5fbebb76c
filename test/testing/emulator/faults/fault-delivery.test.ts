import { gzipSync } from "node:zlib";
import { startEmulator, type Fault, type TwilioEmulator } from "../../../../provider/testing";
import { ask, basic, webhookPath } from "../../support/ask";
import { exchange } from "../../support/raw-exchange";
import { until, untilIdle } from "../../support/until";

let emulator: TwilioEmulator;
let path: string;
beforeEach(async () => {
  emulator = await startEmulator();
  path = webhookPath(emulator.addService().sid);
});
afterEach(() => emulator.stop());

test("without a fault the whole answer comes and the connection stays open", async () => {
  const { head, headers, body, end } = await exchange(emulator, path);
  expect(head).toMatch(/^HTTP\/1\.1 200 OK\r\n/);
  expect(body).toHaveLength(Number(headers.get("content-length")));
  expect(end).toBe("complete");
});

test("a status comes with Twilio's code, its request id and the Retry-After that was asked for", async () => {
  emulator.failNext(1, { status: 429, retryAfter: 3 });
  const { status, headers, body } = await ask(emulator, path);
  expect(status).toBe(429);
  expect(headers.get("Retry-After")).toBe("3");
  expect(headers.get("Twilio-Request-Id")).toBe(emulator.requests[0]!.requestId);
  expect(body).toEqual({
    code: 20429,
    message: "Emulated fault 429",
    more_info: "https://www.twilio.com/docs/errors/20429",
    status: 429,
  });
});

test.each([
  [401, 20003],
  [403, 20403],
  [500, 20500],
  [503, 20503],
])("an emulated %i has code %i", async (status, code) => {
  emulator.failNext(1, { status });
  expect((await ask(emulator, path)).body).toMatchObject({ status, code });
});

test("a status takes a code, headers and any Retry-After of the test's own", async () => {
  const retryAfter = "Wed, 21 Oct 2015 07:28:00 GMT";
  emulator.failNext(1, { status: 302, code: 7, retryAfter, headers: { Location: "http://127.0.0.1:9/" } });
  const { head, headers, body } = await exchange(emulator, path);
  expect(head).toMatch(/^HTTP\/1\.1 302 /);
  expect(headers.get("location")).toBe("http://127.0.0.1:9/");
  expect(headers.get("retry-after")).toBe(retryAfter);
  expect(JSON.parse(body)).toMatchObject({ code: 7 });
});

test("a status without retryAfter has no Retry-After", async () => {
  emulator.failNext(1, { status: 503 });
  expect((await exchange(emulator, path)).headers.has("retry-after")).toBe(false);
});

test.each([
  ["a text as it is", "{not json", "{not json"],
  ["nothing", "", ""],
  ["an object as JSON", { a: [null] }, '{"a":[null]}'],
  ["null as JSON", null, "null"],
  ["bytes as they are", Buffer.from([0xef, 0xbb, 0xbf, 0x7b, 0x7d]), "\xef\xbb\xbf{}"],
])("a status can have a body of its own: %s", async (_title, body, sent) => {
  emulator.failNext(1, { status: 200, body });
  expect((await exchange(emulator, path)).body).toBe(sent);
});

test("a body can be compressed by the test and is unpacked by a client", async () => {
  const body = gzipSync('{"method":"zip"}');
  emulator.failNext(1, { status: 200, body, headers: { "Content-Encoding": "gzip" } });
  expect((await ask(emulator, path)).body).toEqual({ method: "zip" });
});

test("204 has neither a body nor headers that speak of one", async () => {
  emulator.failNext(1, { status: 204 });
  const { headers, body } = await exchange(emulator, path);
  expect([headers.has("content-length"), headers.has("content-type"), body]).toEqual([false, false, ""]);
});

test.each([
  [{ html: true }, 200],
  [{ html: true, status: 502 }, 502],
] as const)("%j sends a page, status %i", async (fault, status) => {
  emulator.failNext(1, fault);
  const { head, headers, body } = await exchange(emulator, path);
  expect(head).toContain(`HTTP/1.1 ${status} `);
  expect(headers.get("content-type")).toBe("text/html");
  expect(body).toMatch(/^<!DOCTYPE html>/);
});

test.each<Fault>([{ status: 429 }, { html: true }])("a form that meets %j has no effect", async (fault) => {
  const { accountSid, authToken } = emulator.account;
  const headers = { Authorization: basic(accountSid, authToken) };
  const post = (): Promise<Response> =>
    fetch(emulator.baseUrl + path, { method: "POST", headers, body: new URLSearchParams({ Method: "GET" }) });
  emulator.failNext(1, fault);
  await post();
  expect((await ask(emulator, path)).body.method).toBeNull();
  await post();
  expect((await ask(emulator, path)).body.method).toBe("GET");
});

test("a reset breaks the connection off before any byte", async () => {
  emulator.failNext(1, { reset: true });
  expect(await exchange(emulator, path)).toMatchObject({ head: "", body: "", end: "reset" });
});

test("a reset in the body comes after the headers and half of the body", async () => {
  emulator.failNext(1, { reset: "body" });
  const { head, headers, body, end } = await exchange(emulator, path);
  expect(head).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(body).toHaveLength(Math.floor(Number(headers.get("content-length")) / 2));
  expect(end).toBe("reset");
});

test("a truncated body ends half-way to its Content-Length", async () => {
  emulator.failNext(1, { truncate: true });
  const { headers, body, end } = await exchange(emulator, path);
  expect(body).toHaveLength(Math.floor(Number(headers.get("content-length")) / 2));
  expect(end).toBe("ended");
});

test("a truncated chunked body ends without its last chunk", async () => {
  emulator.failNext(1, { truncate: "chunked" });
  const { headers, body, end } = await exchange(emulator, path);
  expect(headers.get("transfer-encoding")).toBe("chunked");
  expect(headers.has("content-length")).toBe(false);
  expect(body).toMatch(/^[0-9a-f]+\r\n\{"url"/);
  expect(body).not.toContain("\r\n0\r\n");
  expect(end).toBe("ended");
});

test("a hanging request gets nothing, and the connection stays", async () => {
  emulator.failNext(1, { hang: true });
  expect(await exchange(emulator, path, { patience: 200 })).toMatchObject({ head: "", body: "", end: "open" });
});

test("a body that hangs stops half-way, and the connection stays", async () => {
  emulator.failNext(1, { hang: "body" });
  const { headers, body, end } = await exchange(emulator, path, { patience: 200, untilHead: true });
  expect(body).toHaveLength(Math.floor(Number(headers.get("content-length")) / 2));
  expect(end).toBe("open");
});

test("an endless body goes on for as long as the client reads, and ends with it", async () => {
  emulator.failNext(1, { endless: true });
  const { head, body } = await exchange(emulator, path, { atMost: 5_000_000 });
  expect(head).toMatch(/^HTTP\/1\.1 200 OK/);
  expect(body.length).toBeGreaterThan(4_000_000);
  await untilIdle(emulator);
});

test("a delayed answer is whole, late, and what was true when the request came in", async () => {
  const { sid } = emulator.addService({ webhook: { method: "POST" } });
  emulator.setFault(sid, { delay: 150 });
  const started = performance.now();
  const pending = ask(emulator, webhookPath(sid));
  await until(() => emulator.countRequests() === 1);
  emulator.changeWebhook(sid, { method: "GET" });
  expect((await pending).body.method).toBe("POST");
  expect(performance.now() - started).toBeGreaterThan(140);
});

test("a delay goes with other faults", async () => {
  emulator.failNext(1, { delay: 150, status: 503 });
  const started = performance.now();
  expect((await ask(emulator, path)).status).toBe(503);
  expect(performance.now() - started).toBeGreaterThan(140);
});
