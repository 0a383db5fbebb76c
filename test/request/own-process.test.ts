import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { answer, good, head, json, raw, silence } from "./support/behaviours";
import { Authority } from "./support/certificates";
import { removeChild, runRead } from "./support/child";
import { closeFaultServers, startFaultServer, type Behaviour } from "./support/fault-server";
import { closeProxies, startProxy } from "./support/proxy-server";

const authority = new Authority("The organisation's own authority");
const folder = mkdtempSync(join(tmpdir(), "authority-"));
const authorityFile = join(folder, "authority.pem");
writeFileSync(authorityFile, authority.cert);

afterEach(async () => {
  await closeProxies();
  await closeFaultServers();
});
afterAll(() => {
  removeChild();
  rmSync(folder, { recursive: true });
});

/** Less than idle connections live, and far less than waits and timeouts; a busy machine is slow to end a process. */
const atOnce = 3000;

test.each<[what: string, mode: string, behaviour: Behaviour]>([
  ["one read", "once", good],
  ["many reads", "many", good],
  ["a read that timed out before the headers", "timeout", silence],
  ["a read that timed out in the body", "timeout", raw(head({ ...json, "Content-Length": 100 }), "{")],
  ["a read that was aborted in a request", "abort", silence],
  ["a read that was aborted in a wait", "abort", answer({ status: 503, headers: { "Retry-After": "15" } })],
  ["a read that failed", "once", answer({ status: 404 })],
  ["a redirect with a body that never ends", "once", raw(head({ Location: "/x", "Content-Length": 100 }, 302), "{")],
])(
  "after %s the process exits at once, though the server keeps its connections open",
  async (_what, mode, behaviour) => {
    const server = await startFaultServer([behaviour]);
    const { lingered, stderr, all } = await runRead({ BASE_URL: server.url, MODE: mode });
    expect(lingered).toBeLessThan(atOnce);
    expect(stderr).toBe("");
    expect(all).toBe(behaviour === good);
  },
);

test("NODE_EXTRA_CA_CERTS has an organisation's own authority trusted", async () => {
  const server = await startFaultServer([good], { tls: authority.issue({ names: ["127.0.0.1"] }) });
  const without = await runRead({ BASE_URL: server.url });
  expect(without.error).toContain("NODE_EXTRA_CA_CERTS");
  const withFile = await runRead({ BASE_URL: server.url, NODE_EXTRA_CA_CERTS: authorityFile });
  expect(withFile).toMatchObject({ all: true, error: null, stderr: "" });
});

test("NODE_TLS_REJECT_UNAUTHORIZED=0 does not switch the verification of certificates off", async () => {
  const server = await startFaultServer([good], { tls: authority.issue({ names: ["127.0.0.1"] }) });
  const { error } = await runRead({ BASE_URL: server.url, NODE_TLS_REJECT_UNAUTHORIZED: "0" });
  expect(error).toContain("presented a certificate from an authority that is not trusted here");
  expect(server.requests).toHaveLength(0);
  const proxy = await startProxy({ tls: authority.issue({ names: ["127.0.0.1"] }) });
  const through = await runRead({
    BASE_URL: "https://conversations.twilio.com",
    HTTPS_PROXY: `https://127.0.0.1:${proxy.port}`,
    NODE_TLS_REJECT_UNAUTHORIZED: "0",
  });
  expect(through.error).toContain("presented a certificate from an authority that is not trusted here");
  expect(proxy.connects).toHaveLength(0);
});

test("many reads with one signal bring no warning of a leak", async () => {
  const server = await startFaultServer([good]);
  expect(await runRead({ BASE_URL: server.url, MODE: "many" })).toMatchObject({ all: true, stderr: "" });
});

test("HTTPS_PROXY of the process is honoured, and its tunnel does not keep the process alive", async () => {
  const host = "conversations.twilio.com";
  const server = await startFaultServer([good], { tls: authority.issue({ names: [host] }) });
  const proxy = await startProxy({ routes: { [`${host}:443`]: server.port } });
  const { all, lingered } = await runRead({
    BASE_URL: `https://${host}`,
    HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
    NODE_EXTRA_CA_CERTS: authorityFile,
  });
  expect(all).toBe(true);
  expect(lingered).toBeLessThan(atOnce);
});

test.each(["timeout", "abort"])(
  "a proxy that says nothing does not keep the process alive after a read ended by %s",
  async (mode) => {
    const proxy = await startProxy({ instead: () => {} });
    const { all, lingered } = await runRead({
      BASE_URL: "https://conversations.twilio.com",
      HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`,
      MODE: mode,
    });
    expect(all).toBe(false);
    expect(lingered).toBeLessThan(atOnce);
  },
);
