import { createServer, type Server } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { connect, type Socket } from "node:net";
import type { Duplex } from "node:stream";
import type { Identity } from "./certificates";

/** A CONNECT as it came. */
export interface SeenConnect {
  /** `host:port` */
  readonly target: string;
  /** The `Proxy-Authorization` header. */
  readonly authorization: string | undefined;
  /** Every header, as they were sent. */
  readonly headers: string;
}

export interface ProxyServer {
  readonly port: number;
  readonly connects: readonly SeenConnect[];
  readonly openConnections: number;
  close(): Promise<void>;
}

export interface ProxyOptions {
  /** The user name and password that it wants, joined by a colon. */
  readonly login?: string;
  /** Leads targets to a port of this machine: `conversations.example.com:443` to 8443. */
  readonly routes?: Readonly<Record<string, number>>;
  /** What it does instead of connecting. */
  readonly instead?: (client: Duplex) => void;
  /** Makes it a proxy that is spoken to in TLS. */
  readonly tls?: Identity;
}

const running: ProxyServer[] = [];

/** Ends every proxy that the test has started. */
export async function closeProxies(): Promise<void> {
  await Promise.all(running.splice(0).map((proxy) => proxy.close()));
}

/** A proxy that opens tunnels by CONNECT, and does nothing else. */
export async function startProxy({ login, routes = {}, instead, tls }: ProxyOptions = {}): Promise<ProxyServer> {
  const connects: SeenConnect[] = [];
  const open = new Set<Socket>();
  const server: Server = tls === undefined ? createServer() : createSecureServer(tls);
  server.on("connection", (socket: Socket) => {
    open.add(socket);
    socket.on("close", () => open.delete(socket));
  });
  server.on("connect", (request, client: Duplex) => {
    client.on("error", () => {});
    const target = request.url ?? "";
    const authorization = request.headers["proxy-authorization"];
    connects.push({ target, authorization, headers: JSON.stringify(request.headers) });
    if (login !== undefined && authorization !== `Basic ${Buffer.from(login).toString("base64")}`) {
      client.end('HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="x"\r\n\r\n');
    } else if (instead !== undefined) {
      // Reading on is what shows that the client is gone; Node's server leaves its half of the connection open.
      client.resume();
      client.on("end", () => client.destroy());
      instead(client);
    } else {
      join(client, routes[target] ?? Number(target.slice(target.lastIndexOf(":") + 1)));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const proxy: ProxyServer = {
    port: (server.address() as { port: number }).port,
    connects,
    get openConnections() {
      return open.size;
    },
    close: async () => {
      for (const socket of open) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
  running.push(proxy);
  return proxy;
}

function join(client: Duplex, port: number): void {
  const upstream = connect(port, "127.0.0.1", () => {
    client.write("HTTP/1.1 200 Connection Established\r\n\r\n");
    upstream.pipe(client).pipe(upstream);
  });
  upstream.on("error", () => client.destroy());
  client.on("close", () => upstream.destroy());
  upstream.on("close", () => client.destroy());
}
