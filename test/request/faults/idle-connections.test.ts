import type { Socket } from "node:net";
import { isNetworkError } from "../../../provider/errors/network-error";
import { good, reset } from "../support/behaviours";
import { closeFaultServers, startFaultServer, until, type Behaviour } from "../support/fault-server";
import { clientFor, closeClients, configured, eventsOf, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

/** Answers the first request of a connection, and closes the connection in face of the second. */
const onceThen =
  (farewell: Behaviour): Behaviour =>
  (socket, request) =>
    (request.onKeptConnection ? farewell : good)(socket, request);
const end: Behaviour = (socket: Socket) => socket.destroy();

describe.each([
  ["closes", end],
  ["resets", reset],
])("a server that %s an idle connection as the next request comes", (_name, farewell) => {
  test("is asked again at once on a new connection, which costs neither an attempt nor a wait", async () => {
    const server = await startFaultServer([onceThen(farewell)]);
    const client = clientFor(server.url, { maxAttempts: 1 });
    await readConfiguration(client);
    await expect(readConfiguration(client)).resolves.toEqual(configured);
    expect(server.requests.map(({ onKeptConnection }) => onKeptConnection)).toEqual([false, true, false]);
  });

  test("is asked so once: a new connection that breaks as well is a failed attempt", async () => {
    const server = await startFaultServer([good, farewell, farewell]);
    const client = clientFor(server.url, { maxAttempts: 1 });
    await readConfiguration(client);
    expect(isNetworkError(await failureOf(readConfiguration(client)))).toBe(true);
    expect(server.requests).toHaveLength(3);
  });
});

test("reads that all find their idle connections closed are all read all the same", async () => {
  const server = await startFaultServer([onceThen(end)]);
  const client = clientFor(server.url, { maxAttempts: 1 });
  const many = () => Promise.all(Array.from({ length: 8 }, () => readConfiguration(client)));
  await many();
  await expect(many()).resolves.toHaveLength(8);
});

test("a read that finds one of several idle connections closed does not try the next of them", async () => {
  const server = await startFaultServer([onceThen(end)]);
  const client = clientFor(server.url, { maxAttempts: 1 });
  await Promise.all(Array.from({ length: 8 }, () => readConfiguration(client)));
  await expect(readConfiguration(client)).resolves.toEqual(configured);
  expect(server.requests).toHaveLength(10);
});

test("a connection that was closed while it was idle is not used", async () => {
  const server = await startFaultServer([
    (socket, request) => {
      good(socket, request);
      setTimeout(() => socket.end(), 10);
    },
  ]);
  const client = clientFor(server.url, { maxAttempts: 1 });
  await readConfiguration(client);
  await until(() => server.openConnections === 0);
  await expect(readConfiguration(client)).resolves.toEqual(configured);
  expect(server.connections).toBe(2);
  expect(server.requests).toHaveLength(2);
});

test("a connection is kept between reads", async () => {
  const server = await startFaultServer([good]);
  const client = clientFor(server.url);
  await readConfiguration(client);
  await readConfiguration(client);
  expect((await eventsOf(client)).map(({ kind }) => kind)).toEqual(["attempt", "answered"]);
  expect(server.connections).toBe(1);
});

test("bytes that nobody asked for on an idle connection are no answer to the next request", async () => {
  const forged = JSON.stringify({ ...configured, post_webhook_url: "https://forged.example.com" });
  const server = await startFaultServer([
    (socket, request) => {
      good(socket, request);
      setTimeout(() => {
        socket.write(
          `HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: ${forged.length}\r\n\r\n${forged}`,
        );
      }, 20);
    },
    good,
  ]);
  const client = clientFor(server.url);
  await readConfiguration(client);
  await new Promise((resolve) => setTimeout(resolve, 100));
  await expect(readConfiguration(client)).resolves.toEqual(configured);
});
