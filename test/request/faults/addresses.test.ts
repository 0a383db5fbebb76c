import { createServer } from "node:net";
import { isConfigurationError } from "../../../provider/errors/configuration-error";
import { good } from "../support/behaviours";
import { Authority, trust } from "../support/certificates";
import { closeFaultServers, startFaultServer } from "../support/fault-server";
import {
  clientFor,
  closeClients,
  configured,
  failureOf,
  path,
  readConfiguration,
  serviceSid,
  subject,
} from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

test("an IPv6 literal is read over plain HTTP", async () => {
  const server = await startFaultServer([good], { host: "::1" });
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
  expect(server.requests[0]?.headers["host"]).toBe(`[::1]:${server.port}`);
});

test("an IPv6 literal is read over TLS", async () => {
  const authority = new Authority("The test's own authority");
  const distrust = trust(authority);
  const server = await startFaultServer([good], { host: "::1", tls: authority.issue({ names: ["::1"] }) });
  await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
  distrust();
});

test("localhost is read", async () => {
  const server = await startFaultServer([good]);
  await expect(readConfiguration(clientFor(`http://localhost:${server.port}`))).resolves.toEqual(configured);
});

test.each(["/twilio", "/a/b%20c", "/twilio/"])("a base URL with the path %s has the request below it", async (base) => {
  const server = await startFaultServer([good]);
  await expect(readConfiguration(clientFor(server.url + base))).resolves.toEqual(configured);
  expect(server.requests[0]?.path).toBe(base.replace(/\/$/, "") + path);
});

test("the request is what the API asks for: GET, HTTP Basic, JSON", async () => {
  const server = await startFaultServer([good]);
  await readConfiguration(clientFor(server.url));
  const [request] = server.requests;
  expect(request?.method).toBe("GET");
  expect(request?.headers["accept"]).toBe("application/json");
  const [scheme, value] = request?.headers["authorization"]?.split(" ") ?? [];
  expect(scheme).toBe("Basic");
  expect(Buffer.from(value ?? "", "base64").toString()).toBe(`AC${"b".repeat(32)}:a-token-that-is-secret`);
});

test.each([
  "http://conversations.twilio.com",
  "http://10.0.0.1",
  "http://0.0.0.0",
  "http://[::2]",
  "http://localhost.example.com",
  "http://127.0.0.1.example.com",
])("credentials over plain HTTP to %s are refused before a socket opens", async (baseUrl) => {
  const error = await failureOf(readConfiguration(clientFor(baseUrl)));
  expect(isConfigurationError(error)).toBe(true);
  expect(String(error)).toContain("plain HTTP");
});

test("a plain-HTTP address of this machine that is no loopback address is refused before a socket opens", async () => {
  let connections = 0;
  const server = createServer((socket) => {
    connections += 1;
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "0.0.0.0", resolve));
  const { port } = server.address() as { port: number };
  expect(isConfigurationError(await failureOf(readConfiguration(clientFor(`http://0.0.0.0:${port}`))))).toBe(true);
  expect(connections).toBe(0);
  await new Promise((resolve) => server.close(resolve));
});

test.each([
  "v1/Services",
  "@example.com/v1/Services",
  "//example.com/v1",
  `/v1/Services/../../${serviceSid}`,
  `/v1/Services/${serviceSid}/..`,
  `/v1/Services/${serviceSid}\n`,
  "/v1/Services/a b",
  "/v1/Services/a\\b",
  "/v1/Services/٣",
])("a path that is not in its normal form (%j) is refused before a socket opens", async (odd) => {
  const server = await startFaultServer([good]);
  const error = await failureOf(clientFor(server.url).getJson(odd, { subject }));
  expect(error).toMatchObject({ name: "InvalidInputError", argument: "path" });
  expect(server.connections).toBe(0);
});
