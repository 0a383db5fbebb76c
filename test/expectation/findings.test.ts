import { compileExpectation } from "../../provider/expectation/compile-expectation";
import type { UrlConditions } from "../../provider/expectation/service-webhook-expectation";
import { judge } from "../../provider/verdict/judge";

const nothing = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };

/** What is found in place of what is expected, and why that is not the same where it is not plain to see. */
function findings(postWebhookUrl: string | UrlConditions | null, live: string | null): unknown[] {
  const { violations } = judge({ ...nothing, postWebhookUrl: live }, compileExpectation({ postWebhookUrl }));
  return violations.map(({ condition, found, message }) => {
    const [, because] = /\n {2}((?!missing|extra).*)$/.exec(message) ?? [];
    return [condition, found, ...(because === undefined ? [] : [because])];
  });
}

const leaves = "what follows the prefix could lead out of it";

test.each<[expected: UrlConditions, live: string | null, found: unknown[]]>([
  [{ set: true }, null, ["set", null]],
  [{ set: false }, "x", ["set", "x"]],
  [{ protocol: "https" }, null, ["protocol", null]],
  [{ protocol: "https" }, "HTTP://a.example", ["protocol", "http"]],
  [{ host: "a.example" }, "https://B.example.:443/x", ["host", "b.example"]],
  [{ host: "a.example" }, "http://a.example:443", ["host", "a.example:443"]],
  [{ host: "a.example:8443" }, "https://a.example", ["host", "a.example"]],
  [{ path: "/x" }, "https://a.example?/x", ["path", "/"]],
  [{ path: "/x" }, "https://a.example/y?z#u", ["path", "/y"]],
  [{ path: "/x/*" }, "https://a.example/y", ["path", "/y"]],
  [{ path: "/x/*" }, "https://a.example/x/../y", ["path", "/x/../y", leaves]],
  [{ path: "/x/*" }, "https://a.example/x//y", ["path", "/x//y", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/y//z", ["path", "/x/y//z", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/%2e%2e", ["path", "/x/%2e%2e", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/a%2Fb", ["path", "/x/a%2Fb", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/%09", ["path", "/x/%09", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/%7f", ["path", "/x/%7f", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/a%5C", ["path", "/x/a%5C", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/%ff", ["path", "/x/%ff", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/.;a", ["path", "/x/.;a", leaves]],
  [{ path: "/x/*" }, "https://a.example/x/%252525252525", ["path", "/x/%252525252525", leaves]],
  [{ query: "none" }, "https://a.example?b=1&a=2&b=3", ["query", ["b", "a"]]],
  [{ query: "none" }, "https://a.example?", ["query", []]],
  [{ query: ["c"] }, "https://a.example?b=1&a=2&b=3", ["query", ["b", "a"]]],
  [{ query: ["c"] }, "https://a.example", ["query", []]],
  [{ query: ["c"] }, null, ["query", null]],
  [{ pattern: { source: "x" } }, "https://a.e", ["pattern", "https://a.e"]],
  [
    { pattern: { source: "a" } },
    "https://é.example",
    ["pattern", "https://é.example", "the URL has characters that are not printable ASCII"],
  ],
  [
    { pattern: { source: "a" } },
    "https://a.example\\",
    ["pattern", "https://a.example\\", "the URL has a backslash, which some HTTP clients take for a slash"],
  ],
])("of %j on %j is said: %j", (expected, live, found) => {
  expect(findings(expected, live)).toEqual([found]);
});

test.each([
  "..%20/admin",
  "%20../admin",
  "%2e%2e%20/admin",
  "..%c2%a0/x",
  ".%e2%80%8b./x",
  "..%ef%bb%bf/x",
  "..%c2%ad/x",
  "..%ef%b8%8f/x",
  "..%c2%85/x",
  "..%20;a/x",
  "..;a%20/x",
  "a/.%20",
  "%E3%80%82%E3%80%82/x",
  "%EF%BD%A1%EF%BD%A1/x",
  "..%E2%88%95admin",
  "..%E2%81%84admin",
  "..%E2%A7%B8admin",
  "a%E2%88%96b",
  "a%E2%A7%B5b",
  "a%E2%A7%B9b",
  ";x/b",
  "a/;/b",
  "a/;x;y/b",
  "a/%3bx/b",
  "%20/b",
  "a/%E2%80%8B/b",
  "/",
  "a//",
])("what follows a prefix may not be %s, which a server could take out of it", (rest) => {
  expect(findings({ path: "/twilio/*" }, `https://a.example/twilio/${rest}`)).toEqual([
    ["path", `/twilio/${rest}`, leaves],
  ]);
});

test.each([
  "a/b.c",
  "a;b",
  "a;v=1/b",
  "a/b;v=1/",
  "a;/b",
  "a/;x",
  "%C2%BD",
  "%E3%81%82/x",
  "%20a/b",
  "a..b",
  ".a",
  "a.",
  "%41",
  "a%20b",
  "...",
  "a.b/c%40d",
])("what follows a prefix may be %s, which leads nowhere else", (rest) => {
  expect(findings({ path: "/x/*" }, `https://a.example/x/${rest}`)).toEqual([]);
});

test.each<[expected: string | null, live: string | null, found: unknown[]]>([
  [null, "x", ["equals", "x"]],
  ["https://a.example/", null, ["equals", null]],
  ["https://a.example/", "http://a.example/", ["equals", "http://a.example/", "the protocol and the port differ"]],
  ["https://a.example/", "https://b.example/", ["equals", "https://b.example/", "the host differs"]],
  ["https://a.example/", "https://a.example:1/", ["equals", "https://a.example:1/", "the port differs"]],
  ["https://a.example/", "https://a.example?", ["equals", "https://a.example?", "the query differs"]],
  [
    "https://a.example/",
    "https://a.example/ ",
    ["equals", "https://a.example/ ", "the URL that was found has white space or a control character"],
  ],
  [
    "https://a.example/é",
    "https://a.example/",
    [
      "equals",
      "https://a.example/",
      "the expected URL has characters that a URL cannot have without percent-encoding, and equals only itself",
    ],
  ],
])("of the URL %j on %j is said: %j", (expected, live, found) => {
  expect(findings(expected, live)).toEqual([found]);
});

test("no URL is what is expected where null is", () => {
  expect(findings(null, null)).toEqual([]);
});

test.each<[expectation: object, live: object, found: unknown]>([
  [{ method: "POST" }, { method: null }, null],
  [{ method: ["GET", null] }, { method: "POST" }, "POST"],
  [{ accountSid: null }, { accountSid: "AC1" }, "AC1"],
  [{ accountSid: `AC${"a".repeat(32)}` }, { accountSid: `AC${"A".repeat(32)}` }, `AC${"A".repeat(32)}`],
])("of %j on %j is found %j", (expectation, live, found) => {
  expect(judge({ ...nothing, ...live }, compileExpectation(expectation)).violations).toMatchObject([
    { condition: "equals", found },
  ]);
});
