import { createServer } from "node:net";
import { isNetworkError } from "../../../provider/errors/network-error";
import { clientFor, closeClients, eventsOf, failureOf, readConfiguration } from "../support/reading";

afterEach(closeClients);

/** A port of this machine at which nothing listens. */
async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  await new Promise((resolve) => server.close(resolve));
  return port;
}

test("a refused connection is tried again, and then an error that names the host and the system's code", async () => {
  const port = await freePort();
  const client = clientFor(`http://127.0.0.1:${port}`);
  const error = await failureOf(readConfiguration(client));
  expect(isNetworkError(error) && error).toMatchObject({ code: "ECONNREFUSED", host: `127.0.0.1:${port}` });
  expect(String(error)).toContain(`127.0.0.1:${port} refused the connection (ECONNREFUSED) in attempt 3 of 3`);
});

test("a host that has no address is tried again, and then an error that names the host", async () => {
  const client = clientFor("https://no-such-host.invalid", { maxAttempts: 2, attemptTimeout: 30, deadline: 60 });
  const events = await eventsOf(client);
  expect(events.filter(({ kind }) => kind === "attempt")).toHaveLength(2);
  const error = await failureOf(readConfiguration(client));
  expect(isNetworkError(error) && error.host).toBe("no-such-host.invalid");
  // Without a network, DNS says that it did not answer; with one, that there is no such name.
  expect(isNetworkError(error) && error.code).toMatch(/^(?:ENOTFOUND|EAI_AGAIN)$/);
  expect(String(error)).toContain("no-such-host.invalid has no address");
});

test("an address that no route leads to is tried again, and then an error that names it", async () => {
  // TCP has no connections to the broadcast address: every system refuses at once, without asking the network.
  const error = await failureOf(readConfiguration(clientFor("https://255.255.255.255")));
  expect(isNetworkError(error) && error.host).toBe("255.255.255.255");
  expect(String(error)).toMatch(/255\.255\.255\.255 cannot be reached.* \(E[A-Z]+\) in attempt 3 of 3/);
});

test("a server that comes up between two attempts is read, and nobody notices", async () => {
  const port = await freePort();
  const server = createServer((socket) => {
    socket.once("data", () => socket.end("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"));
  });
  const client = clientFor(`http://127.0.0.1:${port}`, {}, { random: () => 0.2 });
  const events = await Promise.all([
    eventsOf(client),
    new Promise<void>((resolve) => setTimeout(() => server.listen(port, "127.0.0.1", resolve), 50)),
  ]);
  expect(events[0].map(({ kind }) => kind)).toEqual(["attempt", "failed", "waiting", "attempt", "answered"]);
  await new Promise((resolve) => server.close(resolve));
});
