import { urlDifference } from "../../provider/verdict/url-difference";

/** What stands at the caret, in the second line. */
function parted(expected: string, found: string): string | undefined {
  const [, second = "", third = ""] = urlDifference(expected, found);
  return second.slice(third.indexOf("^"));
}

test.each([
  ["https://a.example/post", "https://a.example/pest", "est"],
  ["https://a.example/post", "https://a.example/post/x", "/x"],
  ["https://a.example/post", "https://a.example/po", ""],
  ["https://a.example/post", "https://b.example/post", "b.example/post"],
  ["https://A.Example:443/post", "https://a.example./pest", "est"],
  ["https://a.example/", "https://\u0430.example/", "\\u0430.example/"],
  ["https://a.example/x", "https://a.example/\u0000x", "\\u0000x"],
])("%j and %j part at %j", (expected, found, rest) => {
  expect(parted(expected, found)).toBe(rest);
});

test("in a long URL the place is shown, not the start", () => {
  const long = `https://a.example/${"x".repeat(500)}`;
  expect(parted(`${long}1${long}`, `${long}2${long}`)).toMatch(/^2https:/);
  expect(urlDifference(`${long}1${long}`, `${long}2${long}`).every((line) => line.length < 200)).toBe(true);
});

const lines = (expected: string, found: string) => urlDifference(expected, found).join("\n");

test("the lines stand below each other, with the caret under the place", () => {
  expect(lines("https://a.example/post", "https://a.example/pest")).toBe(
    `expected: https://a.example/post
found:    https://a.example/pest
                             ^ first difference`,
  );
  expect(lines("https://a.example/post", "https://a.example/po")).toBe(
    `expected: https://a.example/post
found:    https://a.example/po
                              ^ the found URL ends here`,
  );
});

test("URLs part at the first difference that matters: protocol, user, host, port, and then what follows", () => {
  const site = "https://u@a.example:8443/x";
  expect(parted(site, "http://u@a.example:8443/x")).toBe("://u@a.example:8443/x");
  expect(parted(site, "https://v@a.example:8443/x")).toBe("v@a.example:8443/x");
  expect(parted(site, "https://u@b.example:8443/x")).toBe("b.example:8443/x");
  expect(parted(site, "https://u@a.example:8444/x")).toBe("4/x");
  expect(parted(site, "https://u@A.EXAMPLE:8443/y")).toBe("y");
  expect(parted(site, "https://u@A.EXAMPLE:8443/x ")).toBe("A.EXAMPLE:8443/x ");
  expect(parted("https://a.example/x ", "https://A.example/x")).toBe("A.example/x");
});

test("a URL is shown from its start where the place is among its first 70 characters, and else from 60 before", () => {
  const start = "https://a.example/".padEnd(70, "x");
  expect(lines(`${start}1`, `${start}2`)).toBe(
    `expected: ${start}1
found:    ${start}2
          ${" ".repeat(70)}^ first difference`,
  );
  expect(lines(`${start}x1`, `${start}x2`)).toBe(
    `expected: ...xample/${"x".repeat(53)}1
found:    ...xample/${"x".repeat(53)}2
             ${" ".repeat(60)}^ first difference`,
  );
});

test("160 characters of a URL are shown, and dots for those that follow", () => {
  const url = "https://a.example/".padEnd(160, "x");
  expect(urlDifference(`${url}y`, url).slice(0, 2)).toEqual([
    `expected: ...${"x".repeat(60)}y`,
    `found:    ...${"x".repeat(60)}`,
  ]);
  const other = "https://b.example/".padEnd(160, "x");
  expect(urlDifference(url, `${other}x`).slice(0, 2)).toEqual([`expected: ${url}`, `found:    ${other}...`]);
});
