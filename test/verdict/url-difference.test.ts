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
