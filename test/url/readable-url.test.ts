import { readUrl } from "../../provider/url/readable-url";

test.each([
  ["https://a.example:65535/", true],
  ["https://a.example:65536/", false],
  ["https://a.example:0/", false],
  ["https://a.example:8o/", false],
  ["https:///x", false],
  ["https://", false],
  ["https://:443/", false],
  ["https://[::1/", false],
  ["https://[::1]x/", false],
  ["https://[fe80::1%25eth0]/", false],
  ["https://[::1]:8443/", true],
  ["https://[0:0:0:0:0:0:0:1]/", false],
  ["https://a_b.example/", true],
  ["https://localhost/", true],
  ["https://1.2.3.256/", false],
  ["https://1.2.3.4.5/", false],
  ["https://xn--a/", false],
  ["https://xn--example-/", false],
  ["ws://a.example/", false],
])("%s is a URL that is read in one way: %p", (url, isReadable) => {
  expect(readUrl(url).isReadable).toBe(isReadable);
});

test("a URL that no server would take is not read at all", () => {
  const url = `https://a.example/${"x".repeat(8_192)}`;
  expect(readUrl(url)).toEqual({ isReadable: false, because: "is longer than 8,192 characters" });
  expect(readUrl(url.slice(0, 8_192)).isReadable).toBe(true);
});

test.each([
  ["ftp://a.example/", "is not an absolute http or https URL"],
  ["/messages", "is not an absolute http or https URL"],
  ["https://a.example/x y", "has white space or a control character"],
  ["https://a.example\\x", "has a backslash, which some HTTP clients take for a slash"],
  ["https://a.example/ä", "has characters that a URL cannot have without percent-encoding"],
  ["https://ä@a.example/", "has characters that a URL cannot have without percent-encoding"],
  [
    "https://a.example?@b.example",
    "has an @ after a host without a path, which some HTTP clients take for a user name",
  ],
  [
    "https://a.example#@b.example/",
    "has an @ after a host without a path, which some HTTP clients take for a user name",
  ],
  ["https://0x7f.1/", "has a host that leads elsewhere than it looks, or is not a host at all"],
  ["https://a.example:80x/", "has a port that is not a number from 1 to 65535"],
])("%s is not read, since it %s", (url, because) => {
  expect(readUrl(url)).toEqual({ isReadable: false, because });
});

const ofHost = { isReadable: true, protocol: "https", userInfo: undefined, host: "a.example", port: 443 };

test.each([
  ["https://a.example", { ...ofHost, path: "/", query: undefined, tail: "" }],
  ["HTTPS://A.example", { ...ofHost, path: "/", query: undefined, tail: "" }],
  ["https://a.example/b@c", { ...ofHost, path: "/b@c", query: undefined, tail: "/b@c" }],
  ["https://a.example/b?c=d#e", { ...ofHost, path: "/b", query: "c=d", tail: "/b?c=d#e" }],
  ["https://a.example?c=d", { ...ofHost, path: "/", query: "c=d", tail: "?c=d" }],
  ["https://a.example#e", { ...ofHost, path: "/", query: undefined, tail: "#e" }],
  ["https://u:p@a.example:8443", { ...ofHost, userInfo: "u:p", port: 8443, path: "/", query: undefined, tail: "" }],
  [
    "http://xn--4ca.example/b",
    { ...ofHost, protocol: "http", host: "xn--4ca.example", port: 80, path: "/b", query: undefined, tail: "/b" },
  ],
  ["https://ä.example/b", { ...ofHost, host: "xn--4ca.example", path: "/b", query: undefined, tail: "/b" }],
])("%s is taken apart in its one way", (url, parts) => {
  expect(readUrl(url)).toEqual(parts);
});
