import { createServer } from "node:net";
import { isNetworkError } from "../../../provider/errors/network-error";
import { good } from "../support/behaviours";
import { Authority, selfSigned, trust, type Identity } from "../support/certificates";
import { closeFaultServers, startFaultServer } from "../support/fault-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

const authority = new Authority("The test's own authority");
const stranger = new Authority("Nobody's authority");
let distrust: () => void;

beforeAll(() => {
  distrust = trust(authority);
});
afterAll(() => distrust());
afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

const names = ["127.0.0.1"];
const yesterday = new Date(Date.now() - 86_400_000);
const tomorrow = new Date(Date.now() + 86_400_000);

test("a certificate of a trusted authority is taken", async () => {
  const server = await startFaultServer([good], { tls: authority.issue({ names }) });
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
});

const chained = stranger.issue({ names });

interface BadIdentity {
  readonly identity: Identity;
  readonly code: string;
  readonly says: string;
  readonly mend: string;
}

const bad: Record<string, BadIdentity> = {
  "a self-signed certificate": {
    identity: selfSigned({ names }),
    code: "DEPTH_ZERO_SELF_SIGNED_CERT",
    says: "presented a self-signed certificate",
    mend: "NODE_EXTRA_CA_CERTS",
  },
  "a certificate of an unknown authority": {
    identity: stranger.issue({ names }),
    code: "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
    says: "presented a certificate from an authority that is not trusted here",
    mend: "NODE_EXTRA_CA_CERTS",
  },
  "a certificate of an unknown authority, sent with it": {
    identity: { key: chained.key, cert: chained.cert + stranger.cert },
    code: "SELF_SIGNED_CERT_IN_CHAIN",
    says: "presented a certificate chain that ends in a self-signed certificate",
    mend: "NODE_EXTRA_CA_CERTS",
  },
  "a certificate that has expired": {
    identity: authority.issue({ names, notBefore: new Date(yesterday.getTime() - 1000), notAfter: yesterday }),
    code: "CERT_HAS_EXPIRED",
    says: "presented a certificate that has expired",
    mend: "clock",
  },
  "a certificate that is not valid yet": {
    identity: authority.issue({ names, notBefore: tomorrow, notAfter: new Date(tomorrow.getTime() + 1000) }),
    code: "CERT_NOT_YET_VALID",
    says: "presented a certificate that is not valid yet",
    mend: "clock",
  },
  "a certificate for another host": {
    identity: authority.issue({ names: ["conversations.example.com"] }),
    code: "ERR_TLS_CERT_ALTNAME_INVALID",
    says: "presented a certificate for another host name",
    mend: "base URL",
  },
};
describe.each(Object.entries(bad))("%s", (_name, { identity, code, says, mend }) => {
  test("is refused at once, with the reason and what mends it, and no request is sent", async () => {
    const server = await startFaultServer([good], { tls: identity });
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isNetworkError(error) && error).toMatchObject({ code, host: `127.0.0.1:${server.port}` });
    expect(String(error)).toContain(says);
    expect(String(error)).toContain(mend);
    expect(server.connections).toBe(1);
    expect(server.requests).toHaveLength(0);
  });
});

test("a server that does not speak TLS is refused at once", async () => {
  const plain = createServer((socket) => {
    socket.on("error", () => {});
    socket.once("data", () => socket.end("HTTP/1.1 400 Bad Request\r\n\r\n"));
  });
  await new Promise<void>((resolve) => plain.listen(0, "127.0.0.1", resolve));
  const { port } = plain.address() as { port: number };
  const error = await failureOf(readConfiguration(clientFor(`https://127.0.0.1:${port}`, { maxAttempts: 2 })));
  expect(isNetworkError(error) && error.code).toMatch(/^(?:EPROTO|ERR_SSL_\w+)$/);
  expect(String(error)).toContain("does not speak TLS");
  expect(String(error)).not.toContain("in attempt");
  await new Promise((resolve) => plain.close(resolve));
});
