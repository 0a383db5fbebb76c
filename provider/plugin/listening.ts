import { createServer, type AddressInfo, type Socket } from "node:net";

/** A port of this machine, and who connects to it. */
export interface Listening {
  readonly port: number;
  /** Gives `take` each connection: those that wait already, and those to come. */
  handTo(take: (connection: Socket) => void): void;
  close(): void;
}

/**
 * Listens on a port, and keeps who connects waiting until somebody takes them. So the engine learns of the port, and
 * connects, while the protocol's libraries are still being loaded: that takes longer than Node.js itself needs to start.
 */
export function listen(): Promise<Listening> {
  let take: ((connection: Socket) => void) | undefined;
  const waiting = new Set<Socket>();
  const server = createServer({ noDelay: true }, (connection) => {
    // One that is reset while it waits is nobody's error.
    connection.on("error", () => waiting.delete(connection));
    if (take === undefined) {
      waiting.add(connection);
    } else {
      take(connection);
    }
  });
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      resolve({
        port: (server.address() as AddressInfo).port,
        handTo(taker) {
          take = taker;
          waiting.forEach(taker);
          waiting.clear();
        },
        close() {
          server.close();
          waiting.forEach((connection) => connection.destroy());
        },
      });
    });
  });
}
