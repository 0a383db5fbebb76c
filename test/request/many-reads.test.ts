import { createServer, type Server } from "node:http";
import { isTwilioApiError } from "../../provider/errors/twilio-api-error";
import { isRequestTimeoutError } from "../../provider/errors/request-timeout-error";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "./support/reading";

interface LimitedServer {
  readonly url: string;
  /** How many requests it serves at once; more are refused. */
  limit: number;
  readonly refused: number;
  readonly served: number;
  /** The most requests that were under way at once since this was last set to 0. */
  mostAtOnce: number;
  readonly mostConnections: number;
  close(): void;
}

const running: LimitedServer[] = [];
afterEach(() => {
  closeClients();
  running.splice(0).forEach((server) => server.close());
});

/** A server that serves `limit` requests at once, each for some milliseconds, and refuses the rest as Twilio does. */
async function startLimitedServer(limit: number, milliseconds: number): Promise<LimitedServer> {
  let underWay = 0;
  let connections = 0;
  const server: Server = createServer((_request, response) => {
    underWay += 1;
    state.mostAtOnce = Math.max(state.mostAtOnce, underWay);
    response.setHeader("Content-Type", "application/json");
    if (underWay > state.limit) {
      underWay -= 1;
      state.refused += 1;
      response.statusCode = 429;
      response.end('{"code":20429,"message":"Too Many Requests","status":429}');
      return;
    }
    setTimeout(() => {
      underWay -= 1;
      state.served += 1;
      response.end(JSON.stringify(configured));
    }, milliseconds);
  });
  server.on("connection", (socket) => {
    connections += 1;
    state.mostConnections = Math.max(state.mostConnections, connections);
    socket.on("close", () => {
      connections -= 1;
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const state = {
    url: `http://127.0.0.1:${(server.address() as { port: number }).port}`,
    limit,
    refused: 0,
    served: 0,
    mostAtOnce: 0,
    mostConnections: 0,
    close: () => {
      server.close();
      server.closeAllConnections();
    },
  };
  running.push(state);
  return state;
}

const defaults = { maxAttempts: 5, attemptTimeout: 10, deadline: 60 };
const readMany = (client: ReturnType<typeof clientFor>, count: number) =>
  Promise.all(Array.from({ length: count }, () => readConfiguration(client)));

test.each([
  [1, 2],
  [3, 3],
  [10, 5],
  [20, 20],
])(
  "a server that serves %i requests at once (%i ms each) refuses few of a thousand reads, and none of them fails",
  async (limit, milliseconds) => {
    const server = await startLimitedServer(limit, milliseconds);
    await expect(readMany(clientFor(server.url, defaults, { random: Math.random }), 1000)).resolves.toHaveLength(1000);
    expect(server.served).toBe(1000);
    expect(server.refused).toBeLessThan(50);
    expect(server.mostConnections).toBeLessThanOrEqual(32);
  },
);

test("a server that serves all that come sees up to 32 connections, and refuses nothing", async () => {
  const server = await startLimitedServer(1000, 10);
  await readMany(clientFor(server.url, defaults), 500);
  expect(server.mostConnections).toBe(32);
  expect(server.refused).toBe(0);
});

test("when the server bears more again, more reads are under way again", async () => {
  const server = await startLimitedServer(2, 2);
  const client = clientFor(server.url, defaults, { random: Math.random });
  await readMany(client, 200);
  server.limit = 1000;
  server.mostAtOnce = 0;
  await readMany(client, 1500);
  expect(server.mostAtOnce).toBeGreaterThanOrEqual(8);
});

test("the wait for a slot does not count towards the deadline while others are answered", async () => {
  const server = await startLimitedServer(1000, 200);
  const started = performance.now();
  await expect(readMany(clientFor(server.url, { deadline: 4 }), 900)).resolves.toHaveLength(900);
  expect(performance.now() - started).toBeGreaterThan(4000);
});

test("when no read at all is answered, those that wait for a slot end with the deadline, too", async () => {
  const server = createServer(() => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  const client = clientFor(`http://127.0.0.1:${port}`, { maxAttempts: 5, attemptTimeout: 10, deadline: 0.5 });
  const started = performance.now();
  const errors = await Promise.all(Array.from({ length: 100 }, () => failureOf(readConfiguration(client))));
  expect(performance.now() - started).toBeLessThan(20_000);
  expect(errors.every((error) => isRequestTimeoutError(error) && error.limit === "deadline")).toBe(true);
  expect(String(errors[99])).toContain("no other read was answered for 0.5 seconds, and this one waited behind them");
  server.close();
  server.closeAllConnections();
});

test("a server that refuses everything gets a bounded number of requests, and each read says so", async () => {
  const server = await startLimitedServer(0, 0);
  const client = clientFor(server.url, { ...defaults, maxAttempts: 3 });
  const errors = await Promise.all(Array.from({ length: 50 }, () => failureOf(readConfiguration(client))));
  expect(errors.every((error) => isTwilioApiError(error) && error.status === 429 && error.code === 20429)).toBe(true);
  expect(server.refused).toBe(150);
});
