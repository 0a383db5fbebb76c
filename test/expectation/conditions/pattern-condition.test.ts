import { compileExpectation } from "../../../provider/expectation/compile-expectation";
import { judge } from "../../../provider/verdict/judge";

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

test.each<[source: unknown, reason: string]>([
  ...[
    "(?=a)",
    "(?!a)",
    "(?<=a)b",
    "(?<!a)b",
    "(a)\\1",
    "(?<x>a)\\k<x>",
    "\\u0041",
    "\\u{41}",
    "[\\cA]",
    "(",
    "a**",
  ].map((source): [string, string] => [source, "RE2 syntax"]),
  ...["a{2,1}", "\\Z", "a{1001}", "(?:a{500}){3}"].map((source): [string, string] => [source, "RE2 syntax"]),
  ...["[]a[b]", "[^]", "[^]]", "^https://[[:alpha:][o]", "[[:^alpha:][x]", "[a[:]", "[^[:x]"].map(
    (source): [string, string] => [source, 'begins with "]" or has'],
  ),
  ["[\\]\\[[:x]", "in it"],
  ["[[:alpha:]]", "in it"],
  ["(?:[a-z]{0,900}[0-9]{0,900})", "is too large"],
  ["", "1 to 1,000 characters"],
  ["a".repeat(1_001), "1 to 1,000 characters"],
  [null, "1 to 1,000 characters"],
])("the pattern %j is refused, with the reason", (source, reason) => {
  expect(() => compile(source)).toThrow(reason);
  expect(() => compile(source)).toThrow("expect.postWebhookUrl.pattern.source");
});

test.each(["g", "y", "d", "v", "x", "ii", "I", 1, null])("the flags %j are refused", (flags) => {
  expect(() => compile("a", flags)).toThrow("expect.postWebhookUrl.pattern.flags must be any of i, m, s and u");
});

test("escaped brackets and parentheses in a class are no constructs of their own", () => {
  expect(matches("[(?=a)]", "https://a.example/")).toBe(true);
  expect(matches("\\[\\]", "https://a.example/")).toBe(false);
  expect(matches("^[\\[:]$", "https://a.example/")).toBe(false);
  expect(matches("[[a:]//", "https://a.example/")).toBe(true);
  expect(matches("[:]//", "https://a.example/")).toBe(true);
  expect(matches("\\[:|//", "https://a.example/")).toBe(true);
  expect(matches("\\(\\?=a\\)|[\\]]", "https://a.example/")).toBe(false);
});

test("a URL that is not ASCII meets no pattern, since dialects differ there", () => {
  expect(matches(".", "https://bücher.example/")).toBe(false);
  expect(matches("\\S", "https://a.example/\u00a0")).toBe(false);
});
