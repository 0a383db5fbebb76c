import { gzipSync } from "node:zlib";
import { isResponseFormatError } from "../../../provider/errors/response-format-error";
import { answer, flood, good, head, json } from "../support/behaviours";
import { closeFaultServers, startFaultServer, type Behaviour } from "../support/fault-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

const mebibyte = 1024 * 1024;
const limits = { attemptTimeout: 20, deadline: 40 };

/** How far the memory outside JavaScript's heap, where bodies are, rises during `work`. */
async function memoryRise(work: () => Promise<unknown>): Promise<number> {
  const before = process.memoryUsage().rss;
  let most = before;
  const timer = setInterval(() => {
    most = Math.max(most, process.memoryUsage().rss);
  }, 5);
  await work();
  clearInterval(timer);
  return Math.max(most, process.memoryUsage().rss) - before;
}

test("a body over the limit is read no further than the limit, and not asked for again", async () => {
  const piece = Buffer.alloc(64 * 1024, " ");
  let written = { bytes: 0 };
  const server = await startFaultServer([
    (socket) => {
      socket.write(head(json));
      written = flood(socket, () => piece);
    },
  ]);
  const client = clientFor(server.url, limits);
  let error: unknown;
  const rise = await memoryRise(async () => {
    error = await failureOf(readConfiguration(client));
  });
  expect(isResponseFormatError(error)).toBe(true);
  expect(String(error)).toContain("got a body of more than 1048576 bytes");
  expect(server.requests).toHaveLength(1);
  // What lies in the buffers of the two sockets comes on top.
  expect(written.bytes).toBeLessThan(24 * mebibyte);
  expect(rise).toBeLessThan(64 * mebibyte);
});

test("a gzip bomb is stopped at the limit, with flat memory, and not asked for again", async () => {
  const bomb = gzipSync(Buffer.alloc(512 * mebibyte, " "));
  expect(bomb.length).toBeLessThan(mebibyte);
  const server = await startFaultServer([answer({ body: bomb, headers: { "Content-Encoding": "gzip" } })]);
  let error: unknown;
  const rise = await memoryRise(async () => {
    error = await failureOf(readConfiguration(clientFor(server.url, limits)));
  });
  expect(String(error)).toContain("got a body of more than 1048576 bytes");
  expect(server.requests).toHaveLength(1);
  expect(rise).toBeLessThan(64 * mebibyte);
});

const numbered = (index: number) => `x-${index}: y\r\n`;
const headerLines = (count: number, line = numbered) =>
  Array.from({ length: count }, (_, index) => line(index)).join("");
const withHeaders =
  (count: number, line = numbered): Behaviour =>
  (socket) => {
    const body = JSON.stringify(configured);
    socket.write(`HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n${headerLines(count, line)}`);
    socket.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
  };

test.each<[name: string, behaviour: Behaviour]>([
  ["ten thousand headers", withHeaders(10_000)],
  ["a thousand short headers", withHeaders(1000)],
  ["a thousand headers of one name", withHeaders(1000, () => "x: y\r\n")],
  ["one header of a megabyte", (socket) => socket.write(head({ ...json, "X-Long": "x".repeat(mebibyte) }))],
  [
    "headers without end",
    (socket) => {
      socket.write("HTTP/1.1 200 OK\r\n");
      flood(socket, () => headerLines(100));
    },
  ],
])("%s are stopped at the limit, and not asked for again", async (_name, behaviour) => {
  const server = await startFaultServer([behaviour]);
  const error = await failureOf(readConfiguration(clientFor(server.url, limits)));
  expect(isResponseFormatError(error)).toBe(true);
  expect(String(error)).toMatch(/got more (?:header data than Node allows|than 500 header fields)/);
  expect(server.requests).toHaveLength(1);
});

test("a body just within the limit is read", async () => {
  const filler = " ".repeat(mebibyte - JSON.stringify(configured).length);
  const server = await startFaultServer([answer({ body: JSON.stringify(configured) + filler }), good]);
  await expect(readConfiguration(clientFor(server.url, limits))).resolves.toEqual(configured);
});
