import { gzipSync } from "node:zlib";
import { isTwilioConversationsError } from "../../provider/errors/twilio-conversations-error";
import { TwilioClient } from "../../provider/request/client";
import type { RequestEvent } from "../../provider/request/request-event";
import { answer, head, json, rawThenEnd, rawThenReset, reset, silence } from "./support/behaviours";
import { Authority, selfSigned, trust } from "./support/certificates";
import { closeFaultServers, startFaultServer, type Behaviour, type SeenRequest } from "./support/fault-server";
import { closeProxies, startProxy, type ProxyOptions } from "./support/proxy-server";
import { accountSid, configured, failureOf, readConfiguration } from "./support/reading";
import { everythingOf, formsOf, markedProxyPassword, markedToken } from "./support/secrets";

const secrets = [...formsOf(accountSid, markedToken), ...formsOf("proxy-user", markedProxyPassword)];
const authority = new Authority("The test's own authority");
const host = "conversations.twilio.com";
const identity = authority.issue({ names: [host] });
let printed = "";
const restore: (() => void)[] = [];

beforeAll(() => {
  restore.push(trust(authority));
  for (const stream of [process.stdout, process.stderr]) {
    const spy = jest.spyOn(stream, "write").mockImplementation((chunk) => {
      printed += String(chunk);
      return true;
    });
    restore.push(() => spy.mockRestore());
  }
  for (const method of ["log", "info", "warn", "error", "debug", "trace"] as const) {
    const spy = jest.spyOn(console, method).mockImplementation((...values) => {
      printed += values.map(everythingOf).join(" ");
    });
    restore.push(() => spy.mockRestore());
  }
});
afterAll(() => restore.forEach((undo) => undo()));
afterEach(async () => {
  await closeProxies();
  await closeFaultServers();
});

function expectNoSecret(text: string): void {
  // The forms themselves stay out of a failing test's output.
  expect(secrets.map((secret, index) => (text.includes(secret) ? `form ${index}` : ""))).toEqual(secrets.map(() => ""));
}

/** Reads with marked secrets, and looks through all that comes out. */
async function expectNoLeak(baseUrl: string, environment: Record<string, string> = {}): Promise<unknown> {
  const credentials = { account: undefined, accountSid, username: accountSid, password: markedToken, baseUrl };
  const settings = { maxAttempts: 2, attemptTimeout: 0.3, deadline: 5 };
  const client = new TwilioClient(credentials, settings, { environment, random: () => 0 });
  const events: RequestEvent[] = [];
  const error = await failureOf(readConfiguration(client, { onEvent: (event) => events.push(event) }));
  expectNoSecret(everythingOf(error));
  expectNoSecret(everythingOf(client));
  expectNoSecret(everythingOf(events));
  expectNoSecret(printed);
  expect((error as Error).cause).toBeUndefined();
  expect(isTwilioConversationsError(error)).toBe(true);
  client.close();
  return error;
}

/** All that a server that means ill can repeat: what it was sent, and every form of it. */
function repeated(request: SeenRequest): string {
  const sent = request.headers["authorization"] ?? "";
  return [sent, JSON.stringify(request), ...secrets].join(" \n ");
}
const repeating =
  (make: (text: string) => Parameters<typeof answer>[0]): Behaviour =>
  (socket, request) =>
    answer(make(repeated(request)))(socket, request);
const printable = (text: string) => text.replace(/[^\x20-\x7e]/g, "");

const faults: Record<string, Behaviour> = {
  "a reset": reset,
  silence: silence,
  "a reset in the body": (socket, request) =>
    rawThenReset(head({ ...json, "Content-Length": 100_000 }), repeated(request))(socket, request),
  "a body cut short": (socket, request) =>
    rawThenEnd(head({ ...json, "Content-Length": 100_000 }), repeated(request))(socket, request),
  "something that is not HTTP": (socket, request) => rawThenEnd(repeated(request))(socket, request),
  "an error in Twilio's form that repeats the credentials": repeating((text) => ({
    status: 401,
    body: { code: 20003, message: text, more_info: `https://example.com/${encodeURIComponent(text)}`, status: 401 },
  })),
  "an error in RFC 9457's form that repeats the credentials": repeating((text) => ({
    status: 503,
    body: {
      type: `https://example.com/?${text}`,
      title: text,
      detail: text,
      code: text,
      instance: text,
      errors: [text],
    },
  })),
  "an error page that repeats the credentials": repeating((text) => ({
    status: 403,
    body: `<html>${text}</html>`,
    headers: { "Content-Type": "text/html" },
  })),
  "HTML with status 200 that repeats the credentials": repeating((text) => ({
    body: text,
    headers: { "Content-Type": `text/html; x="${printable(text)}"` },
  })),
  "broken JSON that repeats the credentials": repeating((text) => ({ body: `{"message":${JSON.stringify(text)}` })),
  "a field of the wrong form that repeats the credentials": repeating((text) => ({
    body: { ...configured, method: text },
  })),
  "filters of the wrong form that repeat the credentials": repeating((text) => ({
    body: { ...configured, filters: [{ [text]: text }] },
  })),
  "an array that repeats the credentials": repeating((text) => ({ body: [text] })),
  "headers that repeat the credentials": repeating((text) => ({
    status: 500,
    headers: { "Twilio-Request-Id": printable(text), "Retry-After": printable(text), "Content-Type": printable(text) },
  })),
  "a request id that repeats the credentials, with a body of the wrong form": repeating((text) => ({
    headers: { "Twilio-Request-Id": printable(text) },
    body: "null",
  })),
  "a redirect that repeats the credentials": repeating((text) => ({
    status: 302,
    headers: { Location: `https://${encodeURIComponent(markedToken).toLowerCase()}.example.com/?${printable(text)}` },
  })),
  "a content coding that repeats the credentials": repeating((text) => ({
    body: "{}",
    headers: { "Content-Encoding": printable(text) },
  })),
  "corrupt gzip that repeats the credentials": repeating((text) => ({
    body: gzipSync(text).subarray(0, -4),
    headers: { "Content-Encoding": "gzip" },
  })),
};

test.each(Object.entries(faults))("%s leaks no credential", async (_name, behaviour) => {
  const server = await startFaultServer([behaviour]);
  await expectNoLeak(server.url);
});

test.each(Object.entries(faults))(
  "%s behind a proxy leaks neither a credential nor the proxy's password",
  async (_name, behaviour) => {
    const server = await startFaultServer([behaviour], { tls: identity });
    const proxy = await startProxy({ routes: { [`${host}:443`]: server.port } });
    const login = `proxy-user:${encodeURIComponent(markedProxyPassword)}`;
    await expectNoLeak(`https://${host}`, { HTTPS_PROXY: `http://${login}@127.0.0.1:${proxy.port}` });
    expect(server.requests.length).toBeGreaterThan(0);
  },
);

const proxyFaults: Record<string, ProxyOptions> = {
  "that asks for another password": { login: "proxy-user:another" },
  "that refuses and repeats its password": {
    instead: (client) =>
      client.end(`HTTP/1.1 403 ${printable(markedProxyPassword)}\r\nX: ${printable(markedProxyPassword)}\r\n\r\n`),
  },
  "that dies": { instead: (client) => client.destroy() },
  "that says nothing": { instead: () => {} },
  "that speaks no HTTP": { instead: (client) => client.end(`${markedProxyPassword}\r\n\r\n`) },
  "that is not trusted": { tls: selfSigned({ names: ["127.0.0.1"] }) },
};

test.each(Object.entries(proxyFaults))(
  "a proxy %s leaks neither a credential nor its password",
  async (_name, options) => {
    const proxy = await startProxy(options);
    const scheme = options.tls === undefined ? "http" : "https";
    const login = `proxy-user:${encodeURIComponent(markedProxyPassword)}`;
    const error = await expectNoLeak(`https://${host}`, {
      HTTPS_PROXY: `${scheme}://${login}@127.0.0.1:${proxy.port}`,
    });
    expect(String(error)).toContain(`the proxy 127.0.0.1:${proxy.port}`);
  },
);

test.each([
  ["a refused connection", "http://127.0.0.1:1", {}],
  ["plain HTTP to another machine", `http://user:${encodeURIComponent(markedToken)}@example.com`, {}],
  ["a base URL with a password", `https://user:${encodeURIComponent(markedToken)}@example.com`, {}],
  ["a base URL that is none", `https://${markedToken}`, {}],
  ["a proxy setting that is none", "https://example.com", { HTTPS_PROXY: `socks://u:${markedProxyPassword}@h` }],
])("%s leaks no credential", async (_name, baseUrl, environment) => {
  await expectNoLeak(baseUrl, environment);
});

test("a certificate that is not trusted leaks no credential", async () => {
  const server = await startFaultServer([], { tls: selfSigned({ names: ["127.0.0.1"] }) });
  await expectNoLeak(server.url);
});

test("a client shows nothing of its credentials, before and after a read", async () => {
  const server = await startFaultServer([answer({ body: configured })]);
  const credentials = { account: "eu", accountSid, username: accountSid, password: markedToken, baseUrl: server.url };
  const client = new TwilioClient(credentials);
  expectNoSecret(everythingOf(client));
  await readConfiguration(client);
  expectNoSecret(everythingOf(client));
  expect(JSON.stringify(client)).toBe("{}");
  client.close();
});

test("what an error says of a server's text keeps to one line, and to a length that fits a screen", async () => {
  const message = `\u001b[31mred\u001b[0m\r\nForged: line\u0000\u202e${"x".repeat(100_000)}`;
  const server = await startFaultServer([answer({ status: 400, body: { code: 1, message, more_info: message } })]);
  const error = (await expectNoLeak(server.url)) as Error;
  const [first = "", ...others] = error.message.split("\n");
  expect(first).toContain(": red Forged: line xxx");
  expect(first.length).toBeLessThan(500);
  expect(error.message).not.toMatch(/[^\P{Cc}\n]|\u202e/u);
  expect(others.every((line) => line.startsWith("  "))).toBe(true);
});
