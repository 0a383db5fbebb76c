import { compileExpectation, type CompileOptions } from "../../provider/expectation/compile-expectation";
import { isInvalidInputError } from "../../provider/errors/invalid-input-error";

/** What is said of an expectation, after the words that each refusal begins with. */
function refusal(value: unknown, options?: CompileOptions): string {
  try {
    compileExpectation(value, options);
  } catch (error) {
    expect(isInvalidInputError(error)).toBe(true);
    return (error as Error).message.replace(/^expect is not a valid expectation: /, "");
  }
  throw new Error("it was taken");
}

const url = (value: unknown) => ({ postWebhookUrl: value });
const properties = "preWebhookUrl, postWebhookUrl, method, filters, accountSid, delivers";
const conditions = "equals, set, protocol, host, path, query, pattern";
const notAlike = (host: string) =>
  `is not a host that all HTTP clients read in the same way: ${host}. A star may only stand first, as in "*.example.com"`;
const pathAlone = "must be a path alone, in printable ASCII, percent-encoded if needed, without query and fragment";
const steppingPath =
  'must not have "." or ".." segments, which clients and servers resolve, nor a percent sign that encodes nothing';

class Conditions {
  method = "GET";
}

class Demand {
  readonly #method = "GET";
  get method() {
    return this.#method;
  }
}

test.each<[said: string, value: unknown]>([
  [`expect must be an object with at least one of ${properties}; it is undefined`, undefined],
  [`expect must be an object with at least one of ${properties}; it is null`, null],
  [`expect must be an object with at least one of ${properties}; it is a string`, "GET"],
  [`expect must be an object with at least one of ${properties}; it is an empty string`, ""],
  [`expect must be an object with at least one of ${properties}; it is a list`, []],
  [`expect must be an object with at least one of ${properties}; it is a function`, () => null],
  ["expect is an object of class Date, not plain data", new Date(0)],
  ["expect is an object of class Conditions, not plain data", new Conditions()],
  ["expect is an object, not plain data", Object.create({ method: "GET" })],
  ["expect is an object, not plain data", new (class extends Object {})()],
  ["expect is an object of class Demand, not plain data", new Demand()],
  [`expect is empty: name at least one property (${properties})`, {}],
  ['expect.methods is not a known property; did you mean "method"?', { methods: "GET" }],
  ['expect["a b\\n"] is not a known property: known are ' + properties, { "a b\n": "GET" }],
  [`expect.${"x".repeat(100)} is not a known property: known are ${properties}`, { ["x".repeat(101)]: "GET" }],
  ["expect.filters is undefined: give it a value, or leave the key out", { filters: undefined }],

  ["expect.postWebhookUrl must be a URL, null or an object with conditions; it is a number", url(1)],
  ["expect.postWebhookUrl must be a URL, null or an object with conditions; it is a list", url([])],
  [
    'expect.postWebhookUrl must be an absolute http or https URL without white space; it is "htps://a.example/"',
    url("htps://a.example/"),
  ],
  ["expect.postWebhookUrl must be an absolute http or https URL without white space; it is an empty string", url("")],
  ["expect.postWebhookUrl must be an absolute http or https URL without white space; it is [secret]", url("u:p@a/")],
  [`expect.postWebhookUrl is empty: name at least one condition (${conditions})`, url({})],
  ['expect.postWebhookUrl.hots is not a known condition; did you mean "host"?', url({ hots: "a.example" })],
  [
    "expect.postWebhookUrl contradicts itself: `set: false` goes with no other condition",
    url({ set: false, path: "/x" }),
  ],
  ['expect.postWebhookUrl.set must be true or false; it is "true"', url({ set: "true" })],
  ["expect.postWebhookUrl.set must be true or false; it is null", url({ set: null })],
  ['expect.postWebhookUrl.protocol must be "https" or "http"; it is "ftp"', url({ protocol: "ftp" })],
  ['expect.postWebhookUrl.protocol[1] must be "https" or "http"; it is "ws"', url({ protocol: ["http", "ws"] })],
  ["expect.postWebhookUrl.protocol is an empty list: name at least one, or leave the key out", url({ protocol: [] })],
  [
    "expect.postWebhookUrl.protocol has a hole in it",
    // eslint-disable-next-line no-sparse-arrays -- a hole is what is refused
    url({ protocol: ["https", , "http"] }),
  ],
  [
    "expect.postWebhookUrl.protocol is a list with properties of its own, not plain data",
    url({ protocol: Object.assign(["https"], { only: true }) }),
  ],
  [
    "expect.postWebhookUrl.protocol has more than 1,000 items",
    url({ protocol: Array.from({ length: 1_001 }, () => "https") }),
  ],
  [
    'expect.postWebhookUrl.host must be a host, such as "hooks.example.com" or "*.example.com"; it is an empty string',
    url({ host: "" }),
  ],
  [
    'expect.postWebhookUrl.host[0] must be a host, such as "hooks.example.com" or "*.example.com"; it is a number',
    url({ host: [1] }),
  ],
  [
    'expect.postWebhookUrl.host must be a host alone, without protocol, user name or path; it is "a.example/x"',
    url({ host: "a.example/x" }),
  ],
  [
    "expect.postWebhookUrl.host must be a host alone, without protocol, user name or path; it is [secret]",
    url({ host: "u@a.example" }),
  ],
  [`expect.postWebhookUrl.host ${notAlike('"*"')}`, url({ host: "*" })],
  [`expect.postWebhookUrl.host ${notAlike('"*.10.0.0.1"')}`, url({ host: "*.10.0.0.1" })],
  [`expect.postWebhookUrl.host ${notAlike('"*.[::1]"')}`, url({ host: "*.[::1]" })],
  [`expect.postWebhookUrl.host ${notAlike('"exam\\u00adple.com"')}`, url({ host: "exam\u00adple.com" })],
  [
    'expect.postWebhookUrl.host must have a port from 1 to 65535 after the colon; it is "a.example:0"',
    url({ host: "a.example:0" }),
  ],
  ['expect.postWebhookUrl.path must start with "/"; it is "x"', url({ path: "x" })],
  ['expect.postWebhookUrl.path must start with "/"; it is a list', url({ path: ["/x"] })],
  [`expect.postWebhookUrl.path ${pathAlone}; it is "/x?a"`, url({ path: "/x?a" })],
  [`expect.postWebhookUrl.path ${pathAlone}; it is "/\\u00e4"`, url({ path: "/\u00e4" })],
  [
    'expect.postWebhookUrl.path may have a star only as the whole last segment, as in "/twilio/*"; it is "/*/x"',
    url({ path: "/*/x" }),
  ],
  [`expect.postWebhookUrl.path ${steppingPath}; it is "/x/../y"`, url({ path: "/x/../y" })],
  [`expect.postWebhookUrl.path ${steppingPath}; it is "/x/./*"`, url({ path: "/x/./*" })],
  [`expect.postWebhookUrl.path ${steppingPath}; it is "/x/..%20/y"`, url({ path: "/x/..%20/y" })],
  [`expect.postWebhookUrl.path ${steppingPath}; it is "/100%"`, url({ path: "/100%" })],
  ['expect.postWebhookUrl.query must be "none" or a list of parameter names; it is "any"', url({ query: "any" })],
  [
    'expect.postWebhookUrl.query[1] must be the decoded name of a parameter, without a value; it is "b=1"',
    url({ query: ["a", "b=1"] }),
  ],
  ['expect.postWebhookUrl.pattern must be { source, flags? }; it is "a"', url({ pattern: "a" })],
  ["expect.postWebhookUrl.pattern must be { source, flags? }; it is null", url({ pattern: null })],
  ["expect.postWebhookUrl.pattern must be { source, flags? }; it is a list", url({ pattern: ["a"] })],
  ["expect.postWebhookUrl.pattern is empty: name at least one key (source, flags)", url({ pattern: {} })],
  ["expect.postWebhookUrl.pattern has no `source`", url({ pattern: { flags: "i" } })],
  [
    'expect.postWebhookUrl.pattern.flags must be any of i, m, s and u, each at most once; it is "ii"',
    url({ pattern: { source: "a", flags: "ii" } }),
  ],
  [
    "expect.postWebhookUrl.pattern.source must be a regular expression of 1 to 1,000 characters",
    url({ pattern: { source: "" } }),
  ],
  [
    'expect.postWebhookUrl.pattern.source is not in RE2 syntax, which has no lookaround and no backreferences: "("',
    url({ pattern: { source: "(" } }),
  ],
  [
    "expect.postWebhookUrl.pattern.source is not in RE2 syntax, which has no lookaround and no backreferences: " +
      '"(?=a)"',
    url({ pattern: { source: "(?=a)" } }),
  ],
  [
    'expect.postWebhookUrl.pattern.source has a class that begins with "]" or has "[:" in it; write "\\]" or "\\[": ' +
      '"[[:alpha:][o]"',
    url({ pattern: { source: "[[:alpha:][o]" } }),
  ],
  [
    'expect.postWebhookUrl.pattern.source is too large, with all its repetitions: "(?:a{900}b{900}){1}c{900}"',
    url({ pattern: { source: "(?:a{900}b{900}){1}c{900}" } }),
  ],
  [
    'expect.postWebhookUrl.pattern.source is not in RE2 syntax, which has no lookaround and no backreferences: "a{1001}"',
    url({ pattern: { source: "a{1001}" } }),
  ],

  ['expect.method must be "GET", "POST" or null; it is "PUT"', { method: "PUT" }],
  ['expect.method[1] must be "GET", "POST" or null; it is a list', { method: [null, []] }],
  ['expect.method must be "GET", "POST" or null; it is an object', { method: {} }],
  [
    'expect.filters must be a list of events, null or an object with conditions; it is "onMessageAdded"',
    { filters: "onMessageAdded" },
  ],
  ["expect.filters must be a list of events, null or an object with conditions; it is a boolean", { filters: true }],
  [
    "expect.method says nothing: any method is in the list, and so is null; leave the key out",
    { method: ["GET", "POST", null] },
  ],
  [
    'expect.filters.includes[0] must be the name of one event, of letters and digits alone: "onMessageAdded,onMessageUpdated"',
    { filters: { includes: ["onMessageAdded,onMessageUpdated"] } },
  ],
  [
    'expect.filters.only[0] must be the name of one event, of letters and digits alone: "on_message_added"; did you mean "onMessageAdded"?',
    { filters: { only: ["on_message_added"] } },
  ],
  ["expect.filters is empty: name at least one condition (equals, includes, excludes, only)", { filters: {} }],
  [
    "expect.postWebhookUrl has `equals`, which goes with no other condition",
    url({ equals: "https://a.example/", set: true }),
  ],
  [
    "expect.filters has `equals`, which goes with no other condition",
    { filters: { equals: [], only: ["onMessageAdded"] } },
  ],
  ['expect.filters.equals must be a list of events; it is "onMessageAdded"', { filters: { equals: "onMessageAdded" } }],
  ["expect.filters[0] must be an event's name; it is a number", { filters: [1] }],
  ['expect.filters.excludes must be a list; it is "onX"', { filters: { excludes: "onX" } }],
  ["expect.filters.includes[0] is an empty string", { filters: { includes: [""] } }],
  [
    "expect.filters contradicts itself: an event is both in `includes` and in `excludes`",
    { filters: { includes: ["onX", "onY"], excludes: ["onZ", "onY"] } },
  ],
  [
    "expect.filters contradicts itself: an event of `includes` is not in `only`",
    { filters: { includes: ["onX", "onY"], only: ["onY"] } },
  ],
  [
    "expect.filters contradicts itself: every event of `only` is in `excludes` too",
    { filters: { only: ["onX", "onY"], excludes: ["onY", "onX"] } },
  ],
  [
    'expect.filters.excludes[0] is not a known event, so it would exclude nothing: "onMesageAdd"; did you mean "onMessageAdd"?',
    { filters: { excludes: ["onMesageAdd"] } },
  ],
  [
    'expect.filters.excludes[0] must be the name of one event, of letters and digits alone: "on_message_added"; did you mean "onMessageAdded"?',
    { filters: { excludes: ["on_message_added"] } },
  ],
  [
    'expect.filters.excludes[0] is not a known event, so it would exclude nothing: "onMessage"; did you mean "onMessageAdd"?',
    { filters: { excludes: ["onMessage"] } },
  ],
  [
    "expect.accountSid must be an account SID, AC and 32 hex digits, or null; it is an empty string",
    { accountSid: "" },
  ],
  [
    `expect.accountSid must be an account SID, AC and 32 hex digits, or null; it is "xAC${"0".repeat(32)}"`,
    { accountSid: `xAC${"0".repeat(32)}` },
  ],
])("%s", (said, value) => {
  expect(refusal(value)).toBe(said);
});

test("only the start of a long value is said, and nothing of what may carry a credential", () => {
  expect(refusal({ method: "x".repeat(101) })).toBe(
    `expect.method must be "GET", "POST" or null; it is "${"x".repeat(100)}"`,
  );
  for (const value of ["user:word@a.example", "?token=S3cretValue", "token=S3cretValue"]) {
    expect(refusal({ method: value })).toBe('expect.method must be "GET", "POST" or null; it is [secret]');
  }
});

test("of a secret value neither what it is nor a key in it is said", () => {
  expect(refusal({ method: 1 }, { secretPaths: [["method"]] })).toContain("it is [secret]");
  expect(refusal({ filters: { excludes: ["onMesageAdd"] } }, { secretPaths: [["filters"]] })).toBe(
    "expect.filters.excludes[0] is not a known event, so it would exclude nothing: [secret]; it is misspelt",
  );
  expect(refusal(url({ x: 1 }), { secretPaths: [["postWebhookUrl"]] })).toBe(
    `expect.postWebhookUrl has an unknown condition: known are ${conditions}`,
  );
  expect(refusal(url({ hots: 1 }), { secretPaths: [["postWebhookUrl", "host"]] })).toContain(
    "postWebhookUrl.hots is not",
  );
  expect(refusal(url({ hots: 1 }), { secretPaths: [["preWebhookUrl"]] })).toContain("postWebhookUrl.hots is not");
});

test("what contradicts nothing is taken", () => {
  for (const filters of [
    { includes: ["onX"], excludes: ["onY"] },
    { includes: ["onX"], only: ["onX", "onY"] },
    { only: ["onX", "onY"], excludes: ["onX"] },
    { excludes: ["onX"] },
  ]) {
    expect(() => compileExpectation({ filters })).not.toThrow();
  }
  expect(() => compileExpectation(url({ set: false }))).not.toThrow();
  expect(() => compileExpectation(url({ set: true, protocol: "https" }))).not.toThrow();
  expect(() => compileExpectation(url({ protocol: Array.from({ length: 1_000 }, () => "https") }))).not.toThrow();
  expect(() => compileExpectation(url({ pattern: { source: "a".repeat(1_000), flags: "imsu" } }))).not.toThrow();
});
