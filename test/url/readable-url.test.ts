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
