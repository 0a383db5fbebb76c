import { firstConnections } from "../../../provider/request/client";
import type { RequestEvent } from "../../../provider/request/request-event";
import { answer, good, head, json, raw, silence } from "../support/behaviours";
import { closeFaultServers, startFaultServer, until, type Behaviour } from "../support/fault-server";
import { closeProxies, startProxy } from "../support/proxy-server";
import { clientFor, closeClients, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeProxies();
  await closeFaultServers();
});

const reason = new Error("the user changed their mind");
const slow = { attemptTimeout: 60, deadline: 120 };

const moments: Record<string, Behaviour> = {
  "a wait": answer({ status: 503, headers: { "Retry-After": "50" } }),
  "a request": silence,
  "a body": raw(head({ ...json, "Content-Length": 100 }), "{"),
};

test.each(Object.entries(moments))(
  "an abort during %s ends the read at once, with the signal's reason",
  async (moment, behaviour) => {
    const controller = new AbortController();
    const server = await startFaultServer([
      (socket, request) => {
        behaviour(socket, request);
        setTimeout(() => controller.abort(reason), 200);
      },
    ]);
    const started = performance.now();
    const kinds: string[] = [];
    const onEvent = ({ kind }: RequestEvent): unknown => kinds.push(kind);
    const { signal } = controller;
    const error = await failureOf(readConfiguration(clientFor(server.url, slow), { signal, onEvent }));
    expect(error).toBe(reason);
    expect(kinds).toEqual(moment === "a wait" ? ["attempt", "answered", "waiting"] : ["attempt", "aborted"]);
    expect(performance.now() - started).toBeLessThan(20_000);
    expect(server.requests).toHaveLength(1);
    if (moment !== "a wait") {
      await until(() => server.openConnections === 0);
    }
  },
);

test("an abort while a proxy opens a tunnel ends the read at once, and the tunnel with it", async () => {
  const controller = new AbortController();
  const proxy = await startProxy({ instead: () => void setTimeout(() => controller.abort(reason), 50) });
  const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
  const client = clientFor("https://conversations.twilio.com", slow, { environment });
  expect(await failureOf(readConfiguration(client, { signal: controller.signal }))).toBe(reason);
  expect(proxy.connects).toHaveLength(1);
  await until(() => proxy.openConnections === 0);
});

test("an abort during the TLS handshake ends the read at once", async () => {
  // The server waits for a request in plain text, and never answers the handshake.
  const server = await startFaultServer([silence]);
  const controller = new AbortController();
  const client = clientFor(server.url.replace("http:", "https:"), slow);
  const read = failureOf(readConfiguration(client, { signal: controller.signal }));
  await until(() => server.connections === 1);
  controller.abort(reason);
  expect(await read).toBe(reason);
  await until(() => server.openConnections === 0);
});

test("an abort while a read waits for its slot ends it at once, and the others go on", async () => {
  const waiting: (() => void)[] = [];
  const server = await startFaultServer([(socket, request) => void waiting.push(() => good(socket, request))]);
  const client = clientFor(server.url, { ...slow, maxAttempts: 1 });
  const controller = new AbortController();
  const others = Array.from({ length: firstConnections }, () => readConfiguration(client));
  const last = failureOf(readConfiguration(client, { signal: controller.signal }));
  await until(() => waiting.length === firstConnections);
  controller.abort(reason);
  expect(await last).toBe(reason);
  expect(server.requests).toHaveLength(firstConnections);
  waiting.forEach((go) => go());
  await expect(Promise.all(others)).resolves.toHaveLength(firstConnections);
});

test("a signal that was aborted before ends the read before a socket opens", async () => {
  const server = await startFaultServer([good]);
  const error = await failureOf(readConfiguration(clientFor(server.url), { signal: AbortSignal.abort(reason) }));
  expect(error).toBe(reason);
  expect(server.connections).toBe(0);
});
