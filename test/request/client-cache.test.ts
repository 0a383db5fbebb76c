import { ClientCache } from "../../provider/request/client-cache";

const environment = {
  TWILIO_ACCOUNT_SID: "AC0123456789abcdef0123456789abcdef",
  TWILIO_AUTH_TOKEN: "token",
  TWILIO_BASE_URL: "http://127.0.0.1:1",
};
const proxy = process.env["https_proxy"];

afterEach(() => {
  if (proxy === undefined) {
    delete process.env["https_proxy"];
  } else {
    process.env["https_proxy"] = proxy;
  }
});

test("There is one client for one set of settings, wherever they are set", () => {
  const cache = new ClientCache();
  const client = cache.clientFor(undefined, undefined, environment);
  expect(cache.clientFor(undefined, () => undefined, { ...environment })).toBe(client);
  const config: Record<string, string> = {
    "twilio:accountSid": environment.TWILIO_ACCOUNT_SID,
    "twilio:authToken": environment.TWILIO_AUTH_TOKEN,
    "twilio:baseUrl": environment.TWILIO_BASE_URL,
  };
  expect(cache.clientFor(undefined, (key) => config[key], {})).toBe(client);
});

test("Other credentials, another server, another limit and another owner have another client", () => {
  const cache = new ClientCache();
  const client = cache.clientFor(undefined, undefined, environment);
  const changes = [{ TWILIO_AUTH_TOKEN: "other" }, { TWILIO_BASE_URL: "http://127.0.0.1:2" }, { TWILIO_DEADLINE: "1" }];
  for (const change of changes) {
    expect(cache.clientFor(undefined, undefined, { ...environment, ...change })).not.toBe(client);
  }
  expect(new ClientCache().clientFor(undefined, undefined, environment)).not.toBe(client);
});

test("A proxy that is set later is used by the reads after that", () => {
  const cache = new ClientCache();
  const client = cache.clientFor(undefined, undefined, environment);
  process.env["https_proxy"] = "http://127.0.0.1:3128";
  expect(cache.clientFor(undefined, undefined, environment)).not.toBe(client);
});

test("A cache that is full forgets the client that was not asked for the longest", () => {
  const cache = new ClientCache(2);
  const clientOf = (token: string) =>
    cache.clientFor(undefined, undefined, { ...environment, TWILIO_AUTH_TOKEN: token });
  const [first, second] = [clientOf("1"), clientOf("2")];
  expect(clientOf("1")).toBe(first);
  clientOf("3");
  expect(clientOf("1")).toBe(first);
  expect(clientOf("2")).not.toBe(second);
});
