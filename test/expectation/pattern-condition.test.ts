import fc from "fast-check";
import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { judge } from "../../provider/verdict/judge";

const nothing = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };

function compile(source: unknown, flags?: unknown) {
  return compileExpectation({ postWebhookUrl: { pattern: flags === undefined ? { source } : { source, flags } } });
}

function matches(source: string, url: string, flags?: string): boolean {
  return judge({ ...nothing, postWebhookUrl: url }, compile(source, flags)).violations.length === 0;
}

test("a pattern is found anywhere in the URL, unless it says otherwise", () => {
  expect(matches("example", "https://hooks.example.com/")).toBe(true);
  expect(matches("^example", "https://hooks.example.com/")).toBe(false);
  expect(matches("^https://hooks\\.example\\.com/\\w+$", "https://hooks.example.com/post")).toBe(true);
});

test("the flag i makes case meaningless", () => {
  expect(matches("HOOKS", "https://hooks.example.com/")).toBe(false);
  expect(matches("HOOKS", "https://hooks.example.com/", "i")).toBe(true);
});

test("a named group, a lazy repeat and a class are read as in JavaScript", () => {
  expect(matches("^https://(?<tenant>[a-z0-9-]+?)\\.example\\.com/(?:v[12])/", "https://acme-1.example.com/v2/x")).toBe(
    true,
  );
});

test.each([
  "^(a+)+$",
  "^(?:a|a)*$",
  "(?:.*)*=",
  "^(?:[a-z/:.]+)*!$",
  "(x+x+)+y",
  "^(?:a?){200}a{200}$",
  "(.*){20}(.*){20}#",
])("the catastrophic pattern %s ends at once, for the longest URL", (source) => {
  const url = `https://a.example/${"a".repeat(8_100)}~`;
  const start = process.cpuUsage();
  expect(matches(source, url)).toBe(false);
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});

test.each([
  ["(?=a)", "lookahead"],
  ["(?!a)", "lookahead"],
  ["(?<=a)b", "lookbehind"],
  ["(?<!a)b", "lookbehind"],
  ["(a)\\1", "backreference"],
  ["(?<x>a)\\k<x>", "backreference"],
  ["\\p{L}", "\\p"],
  ["[\\P{Lu}]", "\\p"],
  ["\\u0041", "\\u"],
  ["\\u{41}", "\\u"],
  ["[\\cA]", "\\c"],
  ["[]a[b]", "empty class"],
  ["[^]", "empty class"],
  ["(", "not a regular expression"],
  ["a**", "not a regular expression"],
  ["a{2,1}", "not a regular expression"],
  ["\\Z", "not a regular expression"],
  ["[[:alpha:]]", "not a regular expression"],
  ["a{1001}", "linear time"],
  ["(?:a{500}){3}", "linear time"],
  ["(?:[a-z]{0,900}[0-9]{0,900})", "repeats too much"],
  ["", "1 to 1,000 characters"],
  ["a".repeat(1_001), "1 to 1,000 characters"],
  [null, "1 to 1,000 characters"],
])("the pattern %j is refused, with the reason", (source, reason) => {
  expect(() => compile(source)).toThrow(reason);
  expect(() => compile(source)).toThrow("expect.postWebhookUrl.pattern.source");
});

test.each(["g", "y", "d", "v", "x", "ii", "I", 1, null])("the flags %j are refused", (flags) => {
  expect(() => compile("a", flags)).toThrow("expect.postWebhookUrl.pattern.flags must be of i, m, s and u");
});

test("escaped brackets and parentheses in a class are no constructs of their own", () => {
  expect(matches("[(?=a)]", "https://a.example/")).toBe(true);
  expect(matches("\\[\\]", "https://a.example/")).toBe(false);
  expect(matches("\\(\\?=a\\)|[\\]]", "https://a.example/")).toBe(false);
});

test("a URL that is not ASCII meets no pattern, since dialects differ there", () => {
  expect(matches(".", "https://bücher.example/")).toBe(false);
  expect(matches("\\S", "https://a.example/\u00a0")).toBe(false);
});

const atom = fc.constantFrom(
  ..."abKks19.-/:_~",
  "\\.",
  "\\d",
  "\\w",
  "\\W",
  "\\D",
  "\\s",
  "\\S",
  "\\b",
  "\\B",
  "^",
  "$",
  "[a-k]",
  "[^a-k]",
  "[^\\w]",
  "[\\d.-]",
  "[\\W_]",
  "[^\\s/]",
  "\\/",
  "\\x61",
  "ſ",
  "\u212a",
  "[^ſ]",
  "[\u212a-\u212b]",
);
const foreign = fc.constantFrom("[]", "[^]", "[[:a]", "\\u0061", "\\p{L}", "(?i:a)");
const opening = fc.constantFrom("(?:", "(?:", "(?:", "(", "(", "(", "(?<n>", "(?=");
const source = fc.letrec<{ expression: string; term: string }>((tie) => ({
  term: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    { weight: 30, arbitrary: atom },
    { weight: 1, arbitrary: foreign },
    { weight: 10, arbitrary: fc.tuple(tie("expression"), opening).map(([inner, open]) => `${open}${inner})`) },
    {
      weight: 10,
      arbitrary: fc
        .tuple(tie("term"), fc.constantFrom("*", "+", "?", "*?", "+?", "{2}", "{0,2}", "{1,}"))
        .map((parts) => parts.join("")),
    },
  ),
  expression: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    fc.array(tie("term"), { minLength: 1, maxLength: 4 }).map((terms) => terms.join("")),
    fc.tuple(tie("expression"), tie("expression")).map((parts) => parts.join("|")),
  ),
})).expression;
const url = fc
  .array(fc.constantFrom(..."abkKsS19.-/_~%=&"), { maxLength: 10 })
  .map((rest) => `https://a.example/${rest.join("")}`);

test("where a pattern is accepted, it matches exactly the URLs that it matches in JavaScript", () => {
  let accepted = 0;
  fc.assert(
    fc.property(source, fc.constantFrom("", "i", "s", "m", "u", "is"), url, (text, flags, live) => {
      let isMatch: boolean;
      try {
        isMatch = matches(text, live, flags);
      } catch {
        return;
      }
      accepted += 1;
      expect(isMatch).toBe(new RegExp(text, flags.includes("u") ? flags : `${flags}u`).test(live));
    }),
    { numRuns: 3_000 },
  );
  expect(accepted).toBeGreaterThan(800);
});
