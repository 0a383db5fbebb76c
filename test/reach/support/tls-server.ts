import { once } from "node:events";
import { createServer as createPlainServer, type AddressInfo, type Server, type Socket } from "node:net";
import { createServer } from "node:tls";
import type { Identity } from "../../request/support/certificates";

/** A server on loopback that counts who comes, and keeps what is sent to it. */
export interface TestServer extends AsyncDisposable {
  readonly port: number;
  readonly connections: () => number;
  /** All bytes that came after the handshake. */
  readonly received: () => number;
}

export async function startTlsServer(identity: Identity, chain: readonly string[] = []): Promise<TestServer> {
  return listening((onData) =>
    createServer({ key: identity.key, cert: [identity.cert, ...chain].join("\n") }, (socket) => {
      socket.on("error", () => {});
      socket.on("data", onData);
    }),
  );
}

/** One that is no TLS server: it does with each connection what `behave` says. */
export async function startPlainServer(behave: (socket: Socket) => void): Promise<TestServer> {
  return listening(() => createPlainServer(behave));
}

async function listening(make: (onData: (bytes: Buffer) => void) => Server): Promise<TestServer> {
  let received = 0;
  let connections = 0;
  const sockets = new Set<Socket>();
  const server = make((bytes) => {
    received += bytes.length;
  });
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => {});
    socket.on("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    received: () => received,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) {
          socket.destroy();
        }
        server.close(() => resolve());
      }),
  };
}
