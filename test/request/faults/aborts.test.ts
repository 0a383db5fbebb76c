import { answer, good, head, json, raw, silence } from "../harness/behaviours";
import { closeFaultServers, startFaultServer, type Behaviour } from "../harness/fault-server";
import { closeProxies, startProxy } from "../harness/proxy-server";
import { clientFor, closeClients, failureOf, readConfiguration } from "../harness/reading";

afterEach(async () => {
  closeClients();
  await closeProxies();
  await closeFaultServers();
});

const reason = new Error("the user changed their mind");
const slow = { attemptTimeout: 60, deadline: 120 };

async function closed(server: { readonly openConnections: number }): Promise<void> {
  for (let tries = 0; tries < 100 && server.openConnections > 0; tries += 1) {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  expect(server.openConnections).toBe(0);
}

const moments: Record<string, Behaviour> = {
  "a wait": answer({ status: 503, headers: { "Retry-After": "50", Connection: "close" } }),
  "a request": silence,
  "a body": raw(head({ ...json, "Content-Length": 100 }), "{"),
};

test.each(Object.entries(moments))(
  "an abort during %s ends the read at once, with the signal's reason",
  async (_name, behaviour) => {
    const server = await startFaultServer([behaviour]);
    const controller = new AbortController();
    const started = performance.now();
    setTimeout(() => controller.abort(reason), 200);
    const error = await failureOf(readConfiguration(clientFor(server.url, slow), { signal: controller.signal }));
    expect(error).toBe(reason);
    expect(performance.now() - started).toBeLessThan(5000);
    expect(server.requests).toHaveLength(1);
    if (behaviour !== moments["a wait"]) {
      await closed(server);
    }
  },
);

test("an abort while a proxy opens a tunnel ends the read at once, and the tunnel with it", async () => {
  const proxy = await startProxy({ instead: () => {} });
  const controller = new AbortController();
  const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` };
  setTimeout(() => controller.abort(reason), 200);
  const client = clientFor("https://conversations.twilio.com", slow, { environment });
  expect(await failureOf(readConfiguration(client, { signal: controller.signal }))).toBe(reason);
  expect(proxy.connects).toHaveLength(1);
  await closed(proxy);
});

test("an abort during the TLS handshake ends the read at once", async () => {
  // The server waits for a request in plain text, and never answers the handshake.
  const server = await startFaultServer([silence]);
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 200);
  const client = clientFor(server.url.replace("http:", "https:"), slow);
  expect(await failureOf(readConfiguration(client, { signal: controller.signal }))).toBe(reason);
  await closed(server);
});

test("an abort while a read waits for its turn ends it at once, and the others go on", async () => {
  const waiting: (() => void)[] = [];
  const server = await startFaultServer([
    (socket, request) => {
      waiting.push(() => good(socket, request));
    },
  ]);
  const client = clientFor(server.url, slow);
  const controller = new AbortController();
  const others = Array.from({ length: 8 }, () => readConfiguration(client));
  const ninth = failureOf(readConfiguration(client, { signal: controller.signal }));
  setTimeout(() => controller.abort(reason), 100);
  expect(await ninth).toBe(reason);
  expect(server.requests).toHaveLength(8);
  waiting.forEach((go) => go());
  await expect(Promise.all(others)).resolves.toHaveLength(8);
});

test("a signal that was aborted before ends the read before a socket opens", async () => {
  const server = await startFaultServer([good]);
  const error = await failureOf(readConfiguration(clientFor(server.url), { signal: AbortSignal.abort(reason) }));
  expect(error).toBe(reason);
  expect(server.connections).toBe(0);
});

test("one signal serves many reads, without a warning of a leak", async () => {
  const warnings: Error[] = [];
  const warn = (warning: Error) => warnings.push(warning);
  process.on("warning", warn);
  const server = await startFaultServer([good]);
  const client = clientFor(server.url);
  const { signal } = new AbortController();
  await Promise.all(Array.from({ length: 100 }, () => readConfiguration(client, { signal })));
  await new Promise((resolve) => setImmediate(resolve));
  process.off("warning", warn);
  expect(warnings.filter(({ name }) => name === "MaxListenersExceededWarning")).toEqual([]);
});
