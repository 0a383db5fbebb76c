import fc from "fast-check";
import type { PatternExpectation } from "../../../provider/audit/expectations/file-expectation";
import { NamePatterns } from "../../../provider/audit/expectations/name-patterns";
import { compileNamePattern } from "../../../provider/audit/expectations/name-pattern";

test.each([
  ["support", "support", true],
  ["support", "Support", false],
  ["support-*", "support-de", true],
  ["support-*", "support-", true],
  ["support-*", "my support-de", false],
  ["*-de", "support-de", true],
  ["s*t*e", "support-de", true],
  ["ab*ba", "aba", false],
  ["*a*b*", "xbxa", false],
  ["*", "", true],
  ["a.c", "abc", false],
])("the pattern %s and the name %s: %s", (pattern, name, expected) => {
  expect(compileNamePattern(pattern)(name)).toBe(expected);
});

test("a pattern matches as the regular expression does in which .* stands for each star", () => {
  const text = fc.array(fc.constantFrom("a", "b", "*", "."), { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (pattern, name) => {
      const source = pattern
        .split("*")
        .map((part) => part.replaceAll(".", "\\."))
        .join(".*");
      expect(compileNamePattern(pattern)(name)).toBe(new RegExp(`^${source}$`, "s").test(name));
    }),
    { numRuns: 1_000 },
  );
});

test("a pattern of many stars takes no time over a name that nearly matches", () => {
  expect(compileNamePattern("a*".repeat(2_000) + "b")("a".repeat(20_000))).toBe(false);
});

test("of several patterns the first that matches decides, whether it is a whole name or not", () => {
  const patterns = ["a*", "ab", "b", "*", "c"].map((pattern) => ({ pattern }) as PatternExpectation);
  const names = new NamePatterns(patterns);
  expect(["ab", "b", "c"].map((name) => names.find(name)?.pattern)).toEqual(["a*", "b", "*"]);
  expect(names.idle(new Set(["ab", "x"])).map(({ pattern }) => pattern)).toEqual(["b", "c"]);
  expect(new NamePatterns(patterns.slice(0, 3)).find("c")).toBeUndefined();
});
