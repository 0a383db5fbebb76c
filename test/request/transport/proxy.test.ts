import fc from "fast-check";
import { proxyFor } from "../../../provider/request/transport/proxy";

const target = new URL("https://conversations.dublin.ie1.twilio.com/v1");
const proxyOf = (environment: Record<string, string>, url = target) => proxyFor(url, environment, undefined);
const at = "http://proxy.example.com:3128";

test.each<[string, Record<string, string>, string | undefined]>([
  ["none set", {}, undefined],
  ["upper case", { HTTPS_PROXY: at }, "proxy.example.com:3128"],
  ["lower case", { https_proxy: at }, "proxy.example.com:3128"],
  ["both: the lower one", { https_proxy: at, HTTPS_PROXY: "http://other:1" }, "proxy.example.com:3128"],
  ["the lower one empty: the upper one", { https_proxy: "", HTTPS_PROXY: at }, "proxy.example.com:3128"],
  ["empty", { HTTPS_PROXY: " " }, undefined],
  ["only for http", { HTTP_PROXY: at, http_proxy: at }, undefined],
  ["without a port", { HTTPS_PROXY: "http://proxy.example.com" }, "proxy.example.com:80"],
  ["in TLS without a port", { HTTPS_PROXY: "https://proxy.example.com/" }, "proxy.example.com:443"],
  ["without a scheme", { HTTPS_PROXY: "proxy.example.com:8080" }, "proxy.example.com:8080"],
  ["an IPv6 literal", { HTTPS_PROXY: "http://[::1]:3128" }, "[::1]:3128"],
])("HTTPS_PROXY: %s", (_name, environment, host) => {
  expect(proxyOf(environment)?.host).toBe(host);
});

test("an IPv6 literal is connected to without its brackets", () => {
  expect(proxyOf({ HTTPS_PROXY: "http://[::1]:3128" })?.hostname).toBe("::1");
});

test("user name and password are decoded", () => {
  const proxy = proxyOf({ HTTPS_PROXY: "http://us%65r:p%40ss%2Fw%3Ard@proxy.example.com" });
  expect(proxy).toMatchObject({ username: "user", password: "p@ss/w:rd" });
});

test("a password with a lone percent sign is taken as it stands", () => {
  expect(proxyOf({ HTTPS_PROXY: "http://user:100%@proxy.example.com" })?.password).toBe("100%");
});

const name = "conversations.dublin.ie1.twilio.com";
test.each([
  ["*", true],
  [name, true],
  [name.toUpperCase(), true],
  ["twilio.com", true],
  [".twilio.com", true],
  ["*.twilio.com", true],
  ["example.com, .ie1.twilio.com", true],
  ["example.com .ie1.twilio.com", true],
  [`${name}:443`, true],
  ["twilio.com:443", true],
  [`${name}:8443`, false],
  ["lio.com", false],
  ["conversations", false],
  ["example.com", false],
  ["10.0.0.0/8", false],
  [",, ,", false],
  [".", false],
  ["", false],
])("NO_PROXY=%s leads past the proxy: %s", (list, excepted) => {
  expect(proxyOf({ HTTPS_PROXY: at, NO_PROXY: list }) === undefined).toBe(excepted);
  expect(proxyOf({ HTTPS_PROXY: at, no_proxy: list }) === undefined).toBe(excepted);
});

test.each([
  ["https://10.1.2.3", "10.1.2.3", true],
  ["https://10.1.2.3:8443", "10.1.2.3:8443", true],
  ["https://10.1.2.3", "10.0.0.0/8", false],
  ["https://10.1.2.3", "2.3", false],
  ["https://[fd00::1]", "fd00::1", true],
  ["https://[fd00::1]", "[fd00::1]", true],
  ["https://[fd00::1]:8443", "[fd00::1]:8443", true],
  ["https://[fd00::1]", "[fd00::1]:8443", false],
])("%s with NO_PROXY=%s leads past the proxy: %s", (url, list, excepted) => {
  expect(proxyOf({ HTTPS_PROXY: at, NO_PROXY: list }, new URL(url)) === undefined).toBe(excepted);
});

test("no list whatever fails, and none but those that mean it lead past the proxy", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."abc.,:/[]* 0189") }), (list) => {
      const named = list.split(/[,\s]+/).some((entry) => /^\*(?::443)?$/.test(entry));
      expect(proxyOf({ HTTPS_PROXY: at, NO_PROXY: list }) === undefined).toBe(named);
    }),
  );
});

test("a target on plain http has no proxy", () => {
  expect(proxyOf({ HTTPS_PROXY: at, HTTP_PROXY: at }, new URL("http://127.0.0.1:8080"))).toBeUndefined();
});
