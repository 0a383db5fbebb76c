import { parseUrl } from "../../provider/url/parse-url";

test("a URL is parsed, and what is none is undefined", () => {
  expect(parseUrl("https://example.com/a")?.pathname).toBe("/a");
  expect(parseUrl("/a")).toBeUndefined();
  expect(parseUrl("/a", new URL("https://example.com"))?.href).toBe("https://example.com/a");
});

test("it says the same of a name with an umlaut however often it is asked", () => {
  const answers = new Set(Array.from({ length: 100_000 }, () => parseUrl("https://münchen.example/")?.host));
  expect([...answers]).toEqual(["xn--mnchen-3ya.example"]);
});
