import { createServer, type Server, type Socket } from "node:net";
import { createServer as createSecureServer, type TlsOptions } from "node:tls";

/** A request as it came over the wire. */
export interface SeenRequest {
  readonly method: string;
  readonly path: string;
  /** By lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Whether an earlier request came over the same connection. */
  readonly onKeptConnection: boolean;
  readonly at: number;
}

/** What the server does when a request has come: anything that a socket can. */
export type Behaviour = (socket: Socket, request: SeenRequest) => void;

export interface FaultServer {
  readonly port: number;
  readonly url: string;
  readonly requests: readonly SeenRequest[];
  /** How many connections were ever opened. */
  readonly connections: number;
  readonly openConnections: number;
  /** The most connections that were open at the same time. */
  readonly mostOpen: number;
  close(): Promise<void>;
}

export interface FaultServerOptions {
  readonly tls?: TlsOptions;
  /** @default 127.0.0.1 */
  readonly host?: string;
}

const running: FaultServer[] = [];

/** Ends every server that the test has started. */
export async function closeFaultServers(): Promise<void> {
  await Promise.all(running.splice(0).map((server) => server.close()));
}

/**
 * A server on a port of its own that speaks HTTP by hand: each request meets the next behaviour of the list, and the
 * last of them for ever.
 */
export async function startFaultServer(
  behaviours: readonly Behaviour[],
  { tls, host = "127.0.0.1" }: FaultServerOptions = {},
): Promise<FaultServer> {
  const requests: SeenRequest[] = [];
  const open = new Set<Socket>();
  let connections = 0;
  let mostOpen = 0;
  const accept = (socket: Socket) => {
    let ofConnection = 0;
    readHeads(socket, (head) => {
      const request = { ...parseHead(head), onKeptConnection: ofConnection > 0, at: performance.now() };
      ofConnection += 1;
      requests.push(request);
      behaviours[Math.min(requests.length, behaviours.length) - 1]?.(socket, request);
    });
  };
  const track = (socket: Socket) => {
    connections += 1;
    open.add(socket);
    mostOpen = Math.max(mostOpen, open.size);
    socket.on("close", () => open.delete(socket));
    // A client that goes away is what many of these tests are about.
    socket.on("error", () => {});
  };
  const server: Server = tls === undefined ? createServer(accept) : createSecureServer(tls, accept);
  server.on("connection", track);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  const { port } = server.address() as { port: number };
  const faultServer: FaultServer = {
    port,
    url: `${tls === undefined ? "http" : "https"}://${host.includes(":") ? `[${host}]` : host}:${port}`,
    requests,
    get connections() {
      return connections;
    },
    get openConnections() {
      return open.size;
    },
    get mostOpen() {
      return mostOpen;
    },
    close: async () => {
      for (const socket of open) {
        socket.destroy();
      }
      await new Promise((resolve) => server.close(resolve));
    },
  };
  running.push(faultServer);
  return faultServer;
}

/** Waits until `condition` holds, for as long as a test may take. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) {
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Calls `onHead` with each request head of a connection; GET requests have no body. */
function readHeads(socket: Socket, onHead: (head: string) => void): void {
  let text = "";
  socket.on("error", () => {});
  socket.on("data", (chunk) => {
    text += chunk.toString("latin1");
    for (let end = text.indexOf("\r\n\r\n"); end !== -1; end = text.indexOf("\r\n\r\n")) {
      const head = text.slice(0, end);
      text = text.slice(end + 4);
      onHead(head);
    }
  });
}

function parseHead(head: string): Pick<SeenRequest, "method" | "path" | "headers"> {
  const [requestLine = "", ...lines] = head.split("\r\n");
  const [method = "", path = ""] = requestLine.split(" ");
  const headers = Object.fromEntries(
    lines.map((line) => [line.slice(0, line.indexOf(":")).toLowerCase(), line.slice(line.indexOf(":") + 1).trim()]),
  );
  return { method, path, headers };
}
