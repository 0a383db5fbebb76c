import { canonicalHost } from "../../provider/url/canonical-host";

test.each([
  ["a.example", "a.example"],
  ["A.Example.", "a.example"],
  ["localhost", "localhost"],
  ["a_b.example", "a_b.example"],
  ["a-b.example", "a-b.example"],
  ["1.example", "1.example"],
  ["0x7f.example", "0x7f.example"],
  ["127.0.0.1", "127.0.0.1"],
  ["255.249.199.9.", "255.249.199.9"],
  ["[::1]", "[::1]"],
  ["[2001:DB8::1]", "[2001:db8::1]"],
  ["bücher.example", "xn--bcher-kva.example"],
  ["BÜCHER.Example.", "xn--bcher-kva.example"],
  ["bu\u0308cher.example", "xn--bcher-kva.example"],
  ["XN--bcher-kva.example", "xn--bcher-kva.example"],
])("%s is the host %s", (host, canonical) => {
  expect(canonicalHost(host)).toBe(canonical);
});

test.each([
  "",
  ".",
  "a..example",
  ".a.example",
  "a.example..",
  "a b",
  "a%2eb",
  "a:1",
  "256.0.0.1",
  "127.0.0",
  "127.0.0.0x1",
  "127.0.0.01",
  "1.2.3.4.5",
  "a.0x",
  "a.1",
  "[::1",
  "[::1]a",
  "[::g]",
  "[0::1]",
  "[]",
  "xn--a.example",
  "xn--example-.example",
  "xn--strae-oqa.example\u00df",
  "stra\u00dfe.example",
  "\u1e9e.example",
  "\u03c2.example",
  "a\u200d.example",
  "\u212aelvin.example",
  "ｈooks.example",
  "a。example",
  "exam\u00adple.com",
  "\u00ad",
])("%j leads elsewhere than it looks, or is no host", (host) => {
  expect(canonicalHost(host)).toBeUndefined();
});
