import { isConfigurationError } from "../../../provider/errors/configuration-error";
import { isNetworkError } from "../../../provider/errors/network-error";
import { isRequestTimeoutError } from "../../../provider/errors/request-timeout-error";
import { isTwilioApiError } from "../../../provider/errors/twilio-api-error";
import { answer, good } from "../support/behaviours";
import { Authority, selfSigned, trust } from "../support/certificates";
import { closeFaultServers, startFaultServer, until, type FaultServer } from "../support/fault-server";
import { closeProxies, startProxy, type ProxyOptions } from "../support/proxy-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

const authority = new Authority("The test's own authority");
const host = "conversations.dublin.ie1.twilio.com";
const identity = authority.issue({ names: [host, "127.0.0.1"] });
let distrust: () => void;

beforeAll(() => {
  distrust = trust(authority);
});
afterAll(() => distrust());
afterEach(async () => {
  closeClients();
  await closeProxies();
  await closeFaultServers();
});

const startTwilio = () => startFaultServer([good], { tls: identity });
const startProxyTo = ({ port }: FaultServer, options: ProxyOptions = {}) =>
  startProxy({ routes: { [`${host}:443`]: port }, ...options });
const through = (environment: Record<string, string>, settings = {}, baseUrl = `https://${host}`) =>
  clientFor(baseUrl, settings, { environment });

test.each(["HTTPS_PROXY", "https_proxy"])(
  "%s is honoured: an edge and region host is read through it",
  async (name) => {
    const twilio = await startTwilio();
    const proxy = await startProxyTo(twilio);
    const client = through({ [name]: `http://127.0.0.1:${proxy.port}` });
    await expect(readConfiguration(client)).resolves.toEqual(configured);
    expect(proxy.connects.map(({ target }) => target)).toEqual([`${host}:443`]);
    expect(twilio.requests[0]?.headers["host"]).toBe(host);
  },
);

test("the tunnel is kept for further reads", async () => {
  const proxy = await startProxyTo(await startTwilio());
  const client = through({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` });
  await readConfiguration(client);
  await readConfiguration(client);
  expect(proxy.connects).toHaveLength(1);
});

test("the proxy sees neither the credentials nor the path", async () => {
  const proxy = await startProxyTo(await startTwilio());
  await readConfiguration(through({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` }));
  expect(proxy.connects[0]?.authorization).toBeUndefined();
  expect(JSON.parse(proxy.connects[0]?.headers ?? "{}")).toEqual({ host: `${host}:443`, connection: "close" });
});

test("a proxy without a scheme is spoken to in plain HTTP", async () => {
  const proxy = await startProxyTo(await startTwilio());
  await expect(readConfiguration(through({ HTTPS_PROXY: `127.0.0.1:${proxy.port}` }))).resolves.toEqual(configured);
});

test("a proxy may be spoken to in TLS", async () => {
  const proxy = await startProxyTo(await startTwilio(), { tls: identity });
  await expect(readConfiguration(through({ HTTPS_PROXY: `https://127.0.0.1:${proxy.port}` }))).resolves.toEqual(
    configured,
  );
});

test.each([
  ["user", "pass word/ü%"],
  ["user%", "a:b@c"],
])("a user name and password in the proxy's URL are sent to it: %s, %s", async (username, password) => {
  const proxy = await startProxyTo(await startTwilio(), { login: `${username}:${password}` });
  const login = `${encodeURIComponent(username)}:${encodeURIComponent(password)}`;
  const client = through({ HTTPS_PROXY: `http://${login}@127.0.0.1:${proxy.port}` });
  await expect(readConfiguration(client)).resolves.toEqual(configured);
});

test.each([
  ["NO_PROXY", "127.0.0.1"],
  ["no_proxy", "example.com, 127.0.0.1"],
  ["NO_PROXY", "*"],
])("%s=%s leads past the proxy", async (name, list) => {
  const twilio = await startTwilio();
  const proxy = await startProxyTo(twilio);
  const client = through({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, [name]: list }, {}, twilio.url);
  await expect(readConfiguration(client)).resolves.toEqual(configured);
  expect(proxy.connects).toHaveLength(0);
});

test("a NO_PROXY that names other hosts does not", async () => {
  const proxy = await startProxyTo(await startTwilio());
  const client = through({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: "example.com,io.twilio.com" });
  await readConfiguration(client);
  expect(proxy.connects).toHaveLength(1);
});

test("a loopback base URL over plain http never uses a proxy", async () => {
  const server = await startFaultServer([good]);
  const proxy = await startProxy();
  const url = `http://127.0.0.1:${proxy.port}`;
  const client = through({ HTTPS_PROXY: url, HTTP_PROXY: url, http_proxy: url, ALL_PROXY: url }, {}, server.url);
  await expect(readConfiguration(client)).resolves.toEqual(configured);
  expect(proxy.openConnections).toBe(0);
});

describe("a proxy that does not do its work", () => {
  const password = "the-proxy's-password";
  /** The error of a read through a proxy with a password in its URL, which must never show. */
  async function errorThrough(options: ProxyOptions, settings = {}) {
    const twilio = await startTwilio();
    const proxy = await startProxyTo(twilio, options);
    const scheme = options.tls === undefined ? "http" : "https";
    const url = `${scheme}://user:${encodeURIComponent(password)}@127.0.0.1:${proxy.port}`;
    const error = await failureOf(readConfiguration(through({ HTTPS_PROXY: url }, settings)));
    expect(String(error)).not.toContain(password);
    expect(String(error)).not.toContain(encodeURIComponent(password));
    expect(twilio.requests).toHaveLength(0);
    return { error, proxy, name: `the proxy 127.0.0.1:${proxy.port}` };
  }

  test("asks for another password: an error that names the proxy, at once", async () => {
    const { error, proxy, name } = await errorThrough({ login: "user:another" });
    expect(isNetworkError(error)).toBe(true);
    expect(String(error)).toContain(`${name} requires a valid user name and password (407)`);
    expect(String(error)).toContain("HTTPS_PROXY");
    expect(proxy.connects).toHaveLength(1);
  });

  test("refuses: an error that names the proxy and the host behind it, at once, and is not Twilio's", async () => {
    const { error, proxy, name } = await errorThrough({
      instead: (client) => client.end("HTTP/1.1 403 Forbidden\r\nContent-Length: 2\r\n\r\n{}"),
    });
    expect(isNetworkError(error)).toBe(true);
    expect(isTwilioApiError(error)).toBe(false);
    expect(String(error)).toContain(`${name} refused to connect to ${host} (403)`);
    expect(proxy.connects).toHaveLength(1);
  });

  test("cannot reach the host behind it: tried again, then an error that names the proxy", async () => {
    const { error, proxy, name } = await errorThrough({
      instead: (client) => client.end("HTTP/1.1 502 Bad Gateway\r\n\r\n"),
    });
    expect(String(error)).toContain(`${name} refused to connect to ${host} (502) in attempt 3 of 3`);
    expect(proxy.connects).toHaveLength(3);
  });

  test("dies before it answers: tried again, then an error that names the proxy", async () => {
    const { error, proxy, name } = await errorThrough({ instead: (client) => client.destroy() });
    expect(isNetworkError(error) && error.host).toBe(`127.0.0.1:${proxy.port}`);
    expect(String(error)).toContain(
      `${name} closed the connection before the answer was whole (ECONNRESET) in attempt 3 of 3`,
    );
    expect(proxy.connects).toHaveLength(3);
  });

  test("dies as soon as the tunnel is open: tried again, then a network error", async () => {
    const { error, proxy } = await errorThrough({
      instead: (client) => {
        client.write("HTTP/1.1 200 OK\r\n\r\n");
        client.destroy();
      },
    });
    expect(isNetworkError(error) && error.code).toBe("ECONNRESET");
    expect(proxy.connects).toHaveLength(3);
  });

  test("does not listen: tried again, then an error that names the proxy", async () => {
    const { port, close } = await startProxy();
    await close();
    const url = `http://user:${password}@127.0.0.1:${port}`;
    const error = await failureOf(readConfiguration(through({ HTTPS_PROXY: url })));
    expect(String(error)).toContain(
      `the proxy 127.0.0.1:${port} refused the connection (ECONNREFUSED) in attempt 3 of 3`,
    );
    expect(String(error)).not.toContain(password);
  });

  test("says nothing: the attempt timeout, and nothing is left open", async () => {
    const { error, proxy } = await errorThrough({ instead: () => {} }, { maxAttempts: 2, attemptTimeout: 0.3 });
    expect(isRequestTimeoutError(error) && error.limit).toBe("attemptTimeout");
    expect(String(error)).toContain(`Requests go through the proxy 127.0.0.1:${proxy.port}, set by HTTPS_PROXY`);
    await until(() => proxy.openConnections === 0);
  });

  test("answers in something that is not HTTP, or without end: an error, never a hang", async () => {
    const nonsense = await errorThrough({ instead: (client) => client.end("SSH-2.0-OpenSSH\r\n\r\n") });
    expect(isNetworkError(nonsense.error)).toBe(true);
    expect(String(nonsense.error)).toContain(nonsense.name);
    const endless = await errorThrough({
      instead: (client) => {
        client.write("HTTP/1.1 200 OK\r\n");
        const line = "X-Filler: x\r\n".repeat(1000);
        const more = () => {
          while (client.writable && client.write(line)) {
            // Until the buffers are full.
          }
        };
        client.on("drain", more);
        more();
      },
    });
    expect(isNetworkError(endless.error)).toBe(true);
  });

  test("has a certificate that is not trusted: an error that names the proxy, at once", async () => {
    const { error, proxy, name } = await errorThrough({ tls: selfSigned({ names: ["127.0.0.1"] }) });
    expect(isNetworkError(error) && error.code).toBe("DEPTH_ZERO_SELF_SIGNED_CERT");
    expect(String(error)).toContain(`${name} presented a self-signed certificate`);
    expect(proxy.connects).toHaveLength(0);
  });
});

test("a certificate behind a proxy is verified: an inspecting proxy is found out", async () => {
  const middle = await startFaultServer([good], { tls: selfSigned({ names: [host] }) });
  const proxy = await startProxyTo(middle);
  const error = await failureOf(readConfiguration(through({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })));
  expect(isNetworkError(error) && error).toMatchObject({ code: "DEPTH_ZERO_SELF_SIGNED_CERT", host });
  expect(String(error)).toContain("NODE_EXTRA_CA_CERTS");
  expect(middle.requests).toHaveLength(0);
});

test("an answer of Twilio's through a proxy is Twilio's", async () => {
  const twilio = await startFaultServer([answer({ status: 407 })], { tls: identity });
  const proxy = await startProxyTo(twilio);
  const error = await failureOf(readConfiguration(through({ HTTPS_PROXY: `http://127.0.0.1:${proxy.port}` })));
  expect(isTwilioApiError(error) && error.status).toBe(407);
});

test.each([
  "socks5://user:hunter2@127.0.0.1:1080",
  "http://:hunter2",
  "hunter2 hunter2",
  "http://127.0.0.1:99999/hunter2",
])("a proxy setting that is no HTTP proxy's URL (%s) is refused by its name, without its value", async (value) => {
  const error = await failureOf(readConfiguration(through({ https_proxy: value })));
  expect(isConfigurationError(error)).toBe(true);
  expect(String(error)).toContain("https_proxy is not the URL of an HTTP proxy");
  expect(String(error)).not.toContain("hunter2");
});
