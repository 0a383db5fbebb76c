import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { isLoopbackAddress } from "./loopback";

/** A listening server that can be ended at once. */
export interface RunningServer {
  /** Such as `http://127.0.0.1:40123`. */
  readonly baseUrl: string;
  closeIdleConnections(): void;
  stop(): Promise<void>;
}

/** Listens on a loopback address. `stop` does not wait for anybody: it destroys every connection. */
export async function listen(
  host: string,
  port: number,
  onRequest: (request: IncomingMessage, response: ServerResponse) => void,
): Promise<RunningServer> {
  const server = createServer({ keepAliveTimeout: 60_000 }, onRequest);
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  await started(server, host, port);
  const address = server.address() as AddressInfo;
  const stop = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      sockets.forEach((socket) => socket.destroy());
    });
  if (!isLoopbackAddress(address.address)) {
    await stop();
    throw new RangeError(`${host} is not a loopback address on this machine`);
  }
  return { baseUrl: baseUrlOf(host, address.port), stop, closeIdleConnections: () => server.closeIdleConnections() };
}

/** Where a server on that host and port is reached; an IPv6 address needs brackets there. */
export function baseUrlOf(host: string, port: number): string {
  return `http://${host.includes(":") ? `[${host}]` : host}:${port}`;
}

function started(server: Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port, exclusive: true }, () => {
      server.removeListener("error", reject);
      resolve();
    });
  });
}
