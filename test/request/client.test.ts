import { good } from "./support/behaviours";
import { closeFaultServers, startFaultServer } from "./support/fault-server";
import { closeClients, configured, clientFor, eventsOf, readConfiguration } from "./support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

test("node-fetch is loaded with the first request, and not before", async () => {
  const loaded = jest.fn();
  jest.resetModules();
  const file = "../../provider/dist/node-fetch.cjs";
  jest.doMock(file, () => {
    loaded();
    return jest.requireActual(file);
  });
  const { TwilioClient } = require("../../provider/request/client") as typeof import("../../provider/request/client");
  const server = await startFaultServer([good]);
  const client = new TwilioClient({
    account: undefined,
    accountSid: undefined,
    username: "u",
    password: "p",
    baseUrl: server.url,
  });
  expect(loaded).not.toHaveBeenCalled();
  await client.getJson("/", { subject: "it" });
  expect(loaded).toHaveBeenCalledTimes(1);
  client.close();
});

test("a client that was closed reads on, with new connections", async () => {
  const server = await startFaultServer([good]);
  const client = clientFor(server.url);
  await readConfiguration(client);
  client.close();
  await expect(readConfiguration(client)).resolves.toEqual(configured);
  expect(server.connections).toBe(2);
});

test("a client that is closed while a read is under way lets it end", async () => {
  const server = await startFaultServer([(socket, request) => void setTimeout(() => good(socket, request), 100)]);
  const client = clientFor(server.url, { maxAttempts: 1 });
  const read = readConfiguration(client);
  setTimeout(() => client.close(), 50);
  await expect(read).resolves.toEqual(configured);
});

test("an idle connection is closed after some seconds, one on which an answer is still to come is not", async () => {
  const server = await startFaultServer([good]);
  const slow = await startFaultServer([(socket, request) => void setTimeout(() => good(socket, request), 4500)]);
  await readConfiguration(clientFor(server.url));
  expect(server.openConnections).toBe(1);
  const settings = { maxAttempts: 1, attemptTimeout: 20, deadline: 20 };
  await expect(readConfiguration(clientFor(slow.url, settings))).resolves.toEqual(configured);
  expect(server.openConnections).toBe(0);
});

test("the events of a read tell attempt, answer, time and request id", async () => {
  const server = await startFaultServer([good]);
  expect(await eventsOf(clientFor(server.url))).toEqual([
    { kind: "attempt", attempt: 1, maxAttempts: 3 },
    {
      kind: "answered",
      attempt: 1,
      status: 200,
      requestId: "RQ0123456789abcdef0123456789abcdef",
      seconds: expect.any(Number),
    },
  ]);
});
