import { lookAtServer, type ReachNetwork } from "../../provider/reach/look-at-server";
import type { HostReach } from "../../provider/reach/host-reach";
import { Authority, selfSigned, type Identity } from "../request/support/certificates";
import { startNameServer, type NameServer, type Zone } from "./support/name-server";
import { startPlainServer, startTlsServer, type TestServer } from "./support/tls-server";

const day = 86_400_000;
const inDays = (days: number) => new Date(Date.now() + days * day);
const authority = new Authority("Public Authority");
const zone: Zone = {
  "hooks.example.com": ["203.0.113.10"],
  "both.example.com": ["203.0.113.10", "2001:db8::10"],
  "inside.example.com": ["10.0.0.7", "fd00::7"],
  "split.example.com": ["10.0.0.7", "203.0.113.10"],
  "empty.example.com": [],
  "six.example.com": { A: "NXDOMAIN", AAAA: ["2001:db8::10"] },
  "half.example.com": { A: [], AAAA: "SERVFAIL" },
  "failing.example.com": "SERVFAIL",
  "refusing.example.com": "REFUSED",
  "silent.example.com": "silence",
};

let names: NameServer;
const servers: TestServer[] = [];

beforeAll(async () => {
  names = await startNameServer(zone);
});

afterAll(() => names[Symbol.asyncDispose]());

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server[Symbol.asyncDispose]()));
});

const isPublic = (address: string) => /^(203\.|2001:)/.test(address);

async function serving(identity: Identity): Promise<TestServer> {
  const server = await startTlsServer(identity);
  servers.push(server);
  return server;
}

interface Look {
  readonly server?: TestServer;
  readonly secure?: boolean;
  readonly timeout?: number;
  readonly network?: ReachNetwork;
}

/** Where public addresses lead to the server on loopback. */
function look(hostname: string, { server, secure = true, timeout = 5, network }: Look = {}): Promise<HostReach> {
  return lookAtServer(
    { hostname, port: secure ? 443 : 80, secure },
    isPublic,
    { timeout },
    {
      nameServers: [names.address],
      authorities: [authority.cert],
      route: () => ({ address: "127.0.0.1", port: server?.port ?? 1 }),
      ...network,
    },
  );
}

test("a server with a public address and a certificate for its name is reachable, and the certificate's end is known", async () => {
  const end = inDays(90);
  const server = await serving(authority.issue({ names: ["hooks.example.com"], notAfter: end }));
  const reach = await look("hooks.example.com", { server });
  expect(reach).toEqual({ kind: "reachable", certificateEnds: expect.any(Date) });
  // Certificates have whole seconds.
  expect(Math.abs(Number((reach as { certificateEnds: Date }).certificateEnds) - Number(end))).toBeLessThan(1_000);
});

test("a look sends nothing over the connection and makes one alone", async () => {
  const server = await serving(authority.issue({ names: ["hooks.example.com"] }));
  await look("hooks.example.com", { server });
  expect([server.connections(), server.received()]).toEqual([1, 0]);
});

test("a name that does not exist is unresolvable", async () => {
  expect(await look("gone.example.com")).toEqual({ kind: "unresolvable", nameExists: false });
});

test("a name without an address is unresolvable, and exists", async () => {
  expect(await look("empty.example.com")).toEqual({ kind: "unresolvable", nameExists: true });
});

test("a name server that denies the name for IPv4 alone does not hide its IPv6 address", async () => {
  const server = await serving(authority.issue({ names: ["six.example.com"] }));
  expect(await look("six.example.com", { server })).toMatchObject({ kind: "reachable" });
});

test("a name of which nothing but private addresses is known is private, and none of them is connected to", async () => {
  const server = await serving(authority.issue({ names: ["inside.example.com"] }));
  expect(await look("inside.example.com", { server })).toEqual({ kind: "private", addresses: ["10.0.0.7", "fd00::7"] });
  expect(server.connections()).toBe(0);
});

test("of a name with a private and a public address, the public one is connected to", async () => {
  const asked: string[] = [];
  const server = await serving(authority.issue({ names: ["split.example.com"] }));
  const route = (address: string) => {
    asked.push(address);
    return { address: "127.0.0.1", port: server.port };
  };
  expect(await look("split.example.com", { server, network: { route } })).toMatchObject({ kind: "reachable" });
  expect(asked).toEqual(["203.0.113.10"]);
});

test.each([
  ["failing.example.com", "the name server failed (SERVFAIL)"],
  ["half.example.com", "the name server failed (SERVFAIL)"],
  ["refusing.example.com", "the name server refused to answer (REFUSED)"],
])("a failed look-up, as of %s, says nothing about the server", async (name, because) => {
  expect(await look(name)).toEqual({ kind: "unknown", because });
});

test("a name server that does not answer ends the look in time", async () => {
  expect(await look("silent.example.com", { timeout: 0.6 })).toEqual({
    kind: "unknown",
    because: "no name server answered in time",
  });
});

test("name servers that do not answer share the time of the look", async () => {
  await using others = await startNameServer({ "silent.example.com": "silence" });
  await using more = await startNameServer({ "silent.example.com": "silence" });
  const startedAt = performance.now();
  const nameServers = [names.address, others.address, more.address];
  expect(await look("silent.example.com", { timeout: 1, network: { nameServers } })).toEqual({
    kind: "unknown",
    because: "no name server answered in time",
  });
  expect(performance.now() - startedAt).toBeLessThan(1_000);
});

test("a server of plain http is looked up and not connected to", async () => {
  const server = await serving(authority.issue({ names: ["hooks.example.com"] }));
  expect(await look("hooks.example.com", { server, secure: false })).toEqual({
    kind: "reachable",
    certificateEnds: null,
  });
  expect(server.connections()).toBe(0);
});

test.each<[what: string, identity: () => Identity, because: string]>([
  [
    "expired",
    () =>
      authority.issue({
        names: ["hooks.example.com"],
        notBefore: new Date("2024-01-01T00:00:00Z"),
        notAfter: new Date("2024-03-05T00:00:00Z"),
      }),
    "its certificate expired on 2024-03-05",
  ],
  [
    "not valid yet",
    () =>
      authority.issue({
        names: ["hooks.example.com"],
        notBefore: new Date("2099-01-02T00:00:00Z"),
        notAfter: new Date("2099-03-05T00:00:00Z"),
      }),
    "its certificate is valid only from 2099-01-02",
  ],
  [
    "for another name",
    () => authority.issue({ names: ["www.example.com", "*.apps.example.com"] }),
    "its certificate is for another name: DNS:www.example.com, DNS:*.apps.example.com",
  ],
  ["self-signed", () => selfSigned({ names: ["hooks.example.com"] }), "its certificate is self-signed"],
  [
    "of an unknown issuer",
    () => new Authority("Private Authority").issue({ names: ["hooks.example.com"] }),
    "its certificate's issuer is unknown, or the server does not send the whole chain",
  ],
])("a certificate that is %s is untrusted", async (_what, identity, because) => {
  const server = await serving(identity());
  expect(await look("hooks.example.com", { server })).toEqual({ kind: "untrusted", because });
});

test("a certificate of an authority that only this machine trusts is untrusted", async () => {
  const server = await serving(authority.issue({ names: ["hooks.example.com"] }));
  const mozilla = { authorities: undefined };
  expect(await look("hooks.example.com", { server, network: mozilla })).toMatchObject({ kind: "untrusted" });
});

test("an IP address in a URL must be in the certificate", async () => {
  const named = await serving(authority.issue({ names: ["hooks.example.com"] }));
  const addressed = await serving(authority.issue({ names: ["127.0.0.1"] }));
  expect(await look("203.0.113.10", { server: named })).toMatchObject({ kind: "untrusted" });
  expect(await look("203.0.113.10", { server: addressed })).toMatchObject({ kind: "reachable" });
  expect(names.questions.filter((question) => question.includes("203.0.113.10"))).toEqual([]);
});

test.each<[what: string, behave: Parameters<typeof startPlainServer>[0], because: RegExp]>([
  ["speaks plain HTTP", (socket) => socket.on("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n")), /TLS/],
  ["closes the connection", (socket) => socket.destroy(), /closed the connection during the TLS handshake/],
  ["never answers", () => {}, /did not complete a TLS handshake in time/],
])("a server that %s is not judged", async (_what, behave, because) => {
  const server = await startPlainServer(behave);
  servers.push(server);
  const reach = await look("hooks.example.com", { server, timeout: 1 });
  expect(reach).toEqual({ kind: "unknown", because: expect.stringMatching(because) });
});

test("a server that refuses the connection is not judged", async () => {
  expect(await look("hooks.example.com")).toEqual({
    kind: "unknown",
    because: "it refused the connection (ECONNREFUSED)",
  });
});

test("the next address is tried if the first one does not answer", async () => {
  const server = await serving(authority.issue({ names: ["both.example.com"] }));
  const route = (address: string) => ({ address: "127.0.0.1", port: address.includes(":") ? server.port : 1 });
  expect(await look("both.example.com", { server, network: { route } })).toMatchObject({ kind: "reachable" });
});

test("an abort ends a look at once, in the look-up and in the handshake", async () => {
  const server = await startPlainServer(() => {});
  servers.push(server);
  for (const hostname of ["silent.example.com", "hooks.example.com"]) {
    const controller = new AbortController();
    const reason = new Error("enough");
    const reach = lookAtServer(
      { hostname, port: 443, secure: true },
      isPublic,
      { timeout: 60, signal: controller.signal },
      { nameServers: [names.address], route: () => ({ address: "127.0.0.1", port: server.port }) },
    );
    setTimeout(() => controller.abort(reason), 50);
    await expect(reach).rejects.toBe(reason);
  }
});
