import { inspect } from "node:util";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { isInvalidInputError, type InvalidInputError } from "../../provider/errors/invalid-input-error";
import { compileExpectation, type CompileOptions } from "../../provider/expectation/compile-expectation";
import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";

const accountSid = `AC${"0".repeat(32)}`;
const cyclic: Record<string, unknown> = {};
cyclic["preWebhookUrl"] = cyclic;
const cyclicList: unknown[] = [];
cyclicList.push(cyclicList);
class Conditions {
  host = "a.example";
}
class Getter {
  readonly #host = "a.example";
  get host() {
    return this.#host;
  }
}

function failure(value: unknown, options?: CompileOptions): InvalidInputError {
  try {
    compileExpectation(value, options);
  } catch (error) {
    if (isInvalidInputError(error)) {
      return error;
    }
    throw error;
  }
  throw new Error(`taken as valid: ${inspect(value)}`);
}

const url = (value: unknown) => ({ postWebhookUrl: value });
const filters = (value: unknown) => ({ filters: value });

describe("an invalid expectation is an error that names the key", () => {
  test.each<[what: string, value: unknown, argument: string]>([
    ["undefined", undefined, "expect"],
    ["null", null, "expect"],
    ["a string", "https://a.example/", "expect"],
    ["a list", [{ method: "GET" }], "expect"],
    ["a function", () => ({ method: "GET" }), "expect"],
    ["a date", new Date(), "expect"],
    ["a promise", Promise.resolve({ method: "GET" }), "expect"],
    ["a map", new Map([["method", "GET"]]), "expect"],
    ["an instance of a class", new Conditions(), "expect"],
    ["an object with inherited keys", Object.create({ method: "GET" }), "expect"],
    ["nothing expected", {}, "expect"],
    ["nothing expected, without a prototype", Object.create(null), "expect"],
    ["a symbol for the only key", { [Symbol("method")]: "GET" }, "expect"],
    ["an unknown key", { methods: "GET" }, "expect.methods"],
    ["a key of another spelling", { postWebhookURL: null }, "expect.postWebhookURL"],
    ["a key with a space", { "method ": "GET" }, 'expect["method "]'],
    ["a prototype for a key", JSON.parse('{ "__proto__": { "method": "GET" } }'), "expect.__proto__"],
    ["a key that every object inherits", { constructor: "GET" }, "expect.constructor"],
    ["another one", { toString: undefined }, "expect.toString"],
    ["an undefined value beside a valid one", { method: "GET", filters: undefined }, "expect.filters"],
    ["an undefined URL", url(undefined), "expect.postWebhookUrl"],
    ["a number for a URL", url(1), "expect.postWebhookUrl"],
    ["a list for a URL", url(["https://a.example/"]), "expect.postWebhookUrl"],
    ["a URL object", url(new URL("https://a.example/")), "expect.postWebhookUrl"],
    ["a String object", url(new String("https://a.example/")), "expect.postWebhookUrl"],
    ["an empty URL", url(""), "expect.postWebhookUrl"],
    ["a URL without a scheme", url("a.example/x"), "expect.postWebhookUrl"],
    ["a path for a URL", url("/x"), "expect.postWebhookUrl"],
    ["a URL of another scheme", url("ftp://a.example/"), "expect.postWebhookUrl"],
    ["a misspelt scheme", url("htps://a.example/"), "expect.postWebhookUrl"],
    ["a URL without a host", url("https://"), "expect.postWebhookUrl"],
    ["a URL with an impossible port", url("https://a.example:99999/"), "expect.postWebhookUrl"],
    ["a URL with a newline at its end", url("https://a.example/\n"), "expect.postWebhookUrl"],
    ["a URL with a space in front", url(" https://a.example/"), "expect.postWebhookUrl"],
    ["no condition", url({}), "expect.postWebhookUrl"],
    ["a misspelt condition", url({ hots: "a.example" }), "expect.postWebhookUrl.hots"],
    ["an undefined condition", url({ host: undefined }), "expect.postWebhookUrl.host"],
    ["a getter of a class", url(new Getter()), "expect.postWebhookUrl"],
    ["an instance of a class", url(new Conditions()), "expect.postWebhookUrl"],
    ["an object in itself", cyclic, "expect.preWebhookUrl.preWebhookUrl"],
    ["set: a string", url({ set: "true" }), "expect.postWebhookUrl.set"],
    ["set: null", url({ set: null }), "expect.postWebhookUrl.set"],
    ["set: false with another condition", url({ set: false, host: "a.example" }), "expect.postWebhookUrl"],
    ["protocol: another one", url({ protocol: "ftp" }), "expect.postWebhookUrl.protocol"],
    ["protocol: with a colon", url({ protocol: "https:" }), "expect.postWebhookUrl.protocol"],
    ["protocol: in capitals", url({ protocol: "HTTPS" }), "expect.postWebhookUrl.protocol"],
    ["protocol: an empty list", url({ protocol: [] }), "expect.postWebhookUrl.protocol"],
    ["protocol: one wrong of two", url({ protocol: ["https", "wss"] }), "expect.postWebhookUrl.protocol[1]"],
    // eslint-disable-next-line no-sparse-arrays -- a hole is what is refused
    ["protocol: a list with a hole", url({ protocol: ["https", , "http"] }), "expect.postWebhookUrl.protocol"],
    ["protocol: a list in itself", url({ protocol: cyclicList }), "expect.postWebhookUrl.protocol[0]"],
    ["protocol: an endless list", url({ protocol: new Array(4_000_000_000) }), "expect.postWebhookUrl.protocol"],
    ["host: empty", url({ host: "" }), "expect.postWebhookUrl.host"],
    ["host: null", url({ host: null }), "expect.postWebhookUrl.host"],
    ["host: a URL", url({ host: "https://a.example" }), "expect.postWebhookUrl.host"],
    ["host: with a path", url({ host: "a.example/x" }), "expect.postWebhookUrl.host"],
    ["host: with a user name", url({ host: "u@a.example" }), "expect.postWebhookUrl.host"],
    ["host: a star", url({ host: "*" }), "expect.postWebhookUrl.host"],
    ["host: a star and a dot", url({ host: "*." }), "expect.postWebhookUrl.host"],
    ["host: a star within a label", url({ host: "a*.example.com" }), "expect.postWebhookUrl.host"],
    ["host: a star at the end", url({ host: "example.*" }), "expect.postWebhookUrl.host"],
    ["host: two stars", url({ host: "*.*.example.com" }), "expect.postWebhookUrl.host"],
    ["host: subdomains of an address", url({ host: "*.10.0.0.1" }), "expect.postWebhookUrl.host"],
    ["host: an empty label", url({ host: "a..example" }), "expect.postWebhookUrl.host"],
    ["host: a space", url({ host: "a example" }), "expect.postWebhookUrl.host"],
    ["host: a port of zero", url({ host: "a.example:0" }), "expect.postWebhookUrl.host"],
    ["host: a star for the port", url({ host: "a.example:*" }), "expect.postWebhookUrl.host"],
    ["host: a colon without a port", url({ host: "a.example:" }), "expect.postWebhookUrl.host"],
    ["host: IPv6 without brackets", url({ host: "::1" }), "expect.postWebhookUrl.host"],
    ["host: an address in another notation", url({ host: "127.1" }), "expect.postWebhookUrl.host"],
    ["host: a soft hyphen", url({ host: "exam\u00adple.com" }), "expect.postWebhookUrl.host"],
    ["host: one wrong of two", url({ host: ["a.example", 1] }), "expect.postWebhookUrl.host[1]"],
    ["path: empty", url({ path: "" }), "expect.postWebhookUrl.path"],
    ["path: without its slash", url({ path: "twilio" }), "expect.postWebhookUrl.path"],
    ["path: a list", url({ path: ["/twilio"] }), "expect.postWebhookUrl.path"],
    ["path: a star within a segment", url({ path: "/twilio*" }), "expect.postWebhookUrl.path"],
    ["path: a star in the middle", url({ path: "/*/post" }), "expect.postWebhookUrl.path"],
    ["path: two stars", url({ path: "/twilio/**" }), "expect.postWebhookUrl.path"],
    ["path: a query", url({ path: "/twilio?a" }), "expect.postWebhookUrl.path"],
    ["path: a fragment", url({ path: "/twilio#a" }), "expect.postWebhookUrl.path"],
    ["path: a backslash", url({ path: "/twilio\\x" }), "expect.postWebhookUrl.path"],
    ["path: a space", url({ path: "/twilio x" }), "expect.postWebhookUrl.path"],
    ["path: a letter outside of ASCII", url({ path: "/ä" }), "expect.postWebhookUrl.path"],
    ["path: a step back", url({ path: "/twilio/../x" }), "expect.postWebhookUrl.path"],
    ["path: an encoded step back", url({ path: "/twilio/%2e%2e/*" }), "expect.postWebhookUrl.path"],
    ["path: a percent sign that encodes nothing", url({ path: "/100%" }), "expect.postWebhookUrl.path"],
    ["query: another word", url({ query: "any" }), "expect.postWebhookUrl.query"],
    ["query: null", url({ query: null }), "expect.postWebhookUrl.query"],
    ["query: an empty list", url({ query: [] }), "expect.postWebhookUrl.query"],
    ["query: an empty name", url({ query: [""] }), "expect.postWebhookUrl.query[0]"],
    ["query: a name with its value", url({ query: ["a=1"] }), "expect.postWebhookUrl.query[0]"],
    ["query: an object", url({ query: { a: "1" } }), "expect.postWebhookUrl.query"],
    ["pattern: a string", url({ pattern: "a" }), "expect.postWebhookUrl.pattern"],
    ["pattern: a regular expression", url({ pattern: /a/ }), "expect.postWebhookUrl.pattern"],
    ["pattern: empty", url({ pattern: {} }), "expect.postWebhookUrl.pattern"],
    ["pattern: without a source", url({ pattern: { flags: "i" } }), "expect.postWebhookUrl.pattern"],
    ["pattern: an unknown key", url({ pattern: { source: "a", flag: "i" } }), "expect.postWebhookUrl.pattern.flag"],
    [
      "pattern: undefined flags",
      url({ pattern: { source: "a", flags: undefined } }),
      "expect.postWebhookUrl.pattern.flags",
    ],
    ["method: in lower case", { method: "post" }, "expect.method"],
    ["method: another one", { method: "PUT" }, "expect.method"],
    ["method: an empty list", { method: [] }, "expect.method"],
    ["method: all that there is", { method: [null, "GET", "POST", "GET"] }, "expect.method"],
    ["method: not a number", { method: NaN }, "expect.method"],
    ["method: a list in a list", { method: [["GET"]] }, "expect.method[0]"],
    ["method: an undefined item", { method: ["GET", undefined] }, "expect.method[1]"],
    ["filters: a string", filters("onMessageAdded"), "expect.filters"],
    ["filters: true", filters(true), "expect.filters"],
    ["filters: no condition", filters({}), "expect.filters"],
    ["filters: a number in the list", filters(["onMessageAdded", 1]), "expect.filters[1]"],
    ["filters: a set", filters(new Set(["onMessageAdded"])), "expect.filters"],
    ["filters: a list with a name", filters(Object.assign(["onMessageAdded"], { only: true })), "expect.filters"],
    ["filters: a misspelt condition", filters({ include: ["onMessageAdded"] }), "expect.filters.include"],
    ["filters: an undefined condition", filters({ only: undefined }), "expect.filters.only"],
    ["filters: an empty list", filters({ includes: [] }), "expect.filters.includes"],
    ["filters: an empty list that is allowed", filters({ only: [] }), "expect.filters.only"],
    ["filters: a word for a list", filters({ excludes: "onMessageAdded" }), "expect.filters.excludes"],
    ["filters: an empty event", filters({ includes: [""] }), "expect.filters.includes[0]"],
    ...[
      "onMessage*",
      "*",
      "onMessageAdded,onMessageUpdated",
      "onMessageAdded onX",
      "on-x",
      "onMessageAdd\u0435d",
    ].flatMap((name): [string, unknown, string][] => [
      [`filters: no event ${name} to include`, filters({ includes: [name] }), "expect.filters.includes[0]"],
      [`filters: no event ${name} to exclude`, filters({ excludes: ["onX", name] }), "expect.filters.excludes[1]"],
      [`filters: no event ${name} to allow`, filters({ only: [name] }), "expect.filters.only[0]"],
    ]),
    ["filters: included and excluded", filters({ includes: ["onX", "onY"], excludes: ["onY"] }), "expect.filters"],
    ["filters: included but not allowed", filters({ includes: ["onX"], only: ["onY"] }), "expect.filters"],
    ["filters: all that is allowed is excluded", filters({ only: ["onX"], excludes: ["onX"] }), "expect.filters"],
    [
      "filters: a misspelt event that would exclude nothing",
      filters({ excludes: ["onMesageAdd"] }),
      "expect.filters.excludes[0]",
    ],
    ["accountSid: empty", { accountSid: "" }, "expect.accountSid"],
    ["accountSid: of a service", { accountSid: accountSid.replace("AC", "IS") }, "expect.accountSid"],
    ["accountSid: with a newline", { accountSid: `${accountSid}\n` }, "expect.accountSid"],
    ["accountSid: too short", { accountSid: accountSid.slice(0, -1) }, "expect.accountSid"],
    ["accountSid: a list", { accountSid: [accountSid] }, "expect.accountSid"],
  ])("%s", (_what, value, argument) => {
    const error = failure(value);
    expect(error.argument).toBe(argument);
    expect(error.message).toContain(argument);
    expect(error.message).toMatch(/^[\n\x20-\x7e]+$/);
  });
});

test("every problem is named, not only the first", () => {
  const error = failure({
    methd: "GET",
    postWebhookUrl: { hots: "a.example", path: "x", protocol: ["https", "ftp"] },
    filters: { excludes: ["onmessageadded"] },
    accountSid: undefined,
  });
  expect(error.message).toMatchInlineSnapshot(`
"expect is not a valid expectation (6 problems):
  expect.methd is not a known property; did you mean "method"?
  expect.accountSid is undefined: give it a value, or leave the key out
  expect.postWebhookUrl.hots is not a known condition; did you mean "host"?
  expect.postWebhookUrl.path must start with "/"; it is "x"
  expect.postWebhookUrl.protocol[1] must be "https" or "http"; it is "ftp"
  expect.filters.excludes[0] is not a known event, so it would exclude nothing: "onmessageadded"; did you mean "onMessageAdded"?"
`);
});

test("an expectation can have another name in messages", () => {
  expect(failure({ method: "PUT" }, { name: "services.chat.expect" }).argument).toBe("services.chat.expect.method");
});

test("an event that Twilio may have added is taken everywhere", () => {
  const events = ["onTypingStarted"];
  expect(() => compileExpectation({ filters: events })).not.toThrow();
  expect(() => compileExpectation({ filters: { includes: events, only: events } })).not.toThrow();
  expect(() => compileExpectation({ filters: { excludes: events } })).not.toThrow();
});

test("plain data of another realm is plain data", () => {
  const foreign: unknown = runInNewContext('({ method: ["GET"], postWebhookUrl: { set: true } })');
  expect(compileExpectation(foreign).conditions.get("method")).toHaveLength(1);
});

test("whatever is no expectation throws an error of this package, and nothing else", () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withSparseArray: true,
    withObjectString: true,
  });
  const key = fc.constantFrom("preWebhookUrl", "postWebhookUrl", "method", "filters", "accountSid");
  const inner = fc.constantFrom(
    "set",
    "protocol",
    "host",
    "path",
    "query",
    "pattern",
    "includes",
    "excludes",
    "only",
    "source",
  );
  const nested = fc.oneof(anything, fc.dictionary(inner, fc.oneof(anything, fc.dictionary(inner, anything))));
  fc.assert(
    fc.property(fc.oneof(anything, fc.dictionary(key, nested)), (value) => {
      try {
        compileExpectation(value);
      } catch (error) {
        expect(isInvalidInputError(error)).toBe(true);
      }
    }),
    { numRuns: 500 },
  );
});

describe("what is not known yet", () => {
  test.each<[value: unknown, deferred: string[]]>([
    [notYetKnown, ["expect"]],
    [{ method: notYetKnown }, ["expect.method"]],
    [{ method: ["GET", notYetKnown] }, ["expect.method"]],
    [{ postWebhookUrl: notYetKnown, method: "GET" }, ["expect.postWebhookUrl"]],
    [{ postWebhookUrl: { host: notYetKnown, path: "/x" } }, ["expect.postWebhookUrl.host"]],
    [
      { postWebhookUrl: { set: notYetKnown, host: ["a.example", notYetKnown] } },
      ["expect.postWebhookUrl.set", "expect.postWebhookUrl.host"],
    ],
    [{ postWebhookUrl: { pattern: { source: notYetKnown, flags: "i" } } }, ["expect.postWebhookUrl.pattern"]],
    [{ postWebhookUrl: { pattern: { source: "a", flags: notYetKnown } } }, ["expect.postWebhookUrl.pattern"]],
    [{ postWebhookUrl: { query: [notYetKnown] } }, ["expect.postWebhookUrl.query"]],
    [{ filters: [notYetKnown] }, ["expect.filters"]],
    [{ filters: { includes: [notYetKnown], only: ["onX"] } }, ["expect.filters.includes"]],
    [{ accountSid: notYetKnown }, ["expect.accountSid"]],
  ])("defers the condition that it belongs to: %#", (value, deferred) => {
    expect(compileExpectation(value).deferred).toEqual(deferred);
  });

  test.each<[value: unknown, argument: string]>([
    [{ method: ["PUT", notYetKnown] }, "expect.method[0]"],
    [{ postWebhookUrl: { host: [notYetKnown, "a/b"] } }, "expect.postWebhookUrl.host[1]"],
    [{ postWebhookUrl: { hots: notYetKnown } }, "expect.postWebhookUrl.hots"],
    [{ postWebhookUrl: { set: false, host: notYetKnown } }, "expect.postWebhookUrl"],
    [{ postWebhookUrl: { pattern: { source: notYetKnown, flags: "g" } } }, "expect.postWebhookUrl.pattern.flags"],
    [{ postWebhookUrl: { pattern: { source: "(", flags: notYetKnown } } }, "expect.postWebhookUrl.pattern.source"],
  ])("leaves what is known to be checked: %#", (value, argument) => {
    expect(failure(value).argument).toBe(argument);
  });
});

describe("a secret", () => {
  const secret = "S3cretValue";
  test.each<[value: unknown, path: (string | number)[]]>([
    [{ method: secret }, ["method"]],
    [{ method: ["GET", secret] }, ["method", 1]],
    [{ accountSid: secret }, ["accountSid"]],
    [{ postWebhookUrl: secret }, ["postWebhookUrl"]],
    [{ postWebhookUrl: { host: `${secret}/` } }, ["postWebhookUrl", "host"]],
    [{ postWebhookUrl: { path: secret } }, ["postWebhookUrl", "path"]],
    [{ postWebhookUrl: { query: [`${secret}=1`] } }, ["postWebhookUrl"]],
    [{ postWebhookUrl: { protocol: secret } }, []],
    [{ postWebhookUrl: { pattern: { source: `(${secret}` } } }, ["postWebhookUrl", "pattern"]],
    [{ postWebhookUrl: { pattern: { source: `(?=${secret})` } } }, ["postWebhookUrl", "pattern", "source"]],
    [{ postWebhookUrl: { pattern: { source: `(${secret}{500}){500}` } } }, ["postWebhookUrl", "pattern", "source"]],
    [{ postWebhookUrl: { [secret]: "x" } }, ["postWebhookUrl"]],
    [{ filters: secret }, ["filters"]],
    [{ filters: { excludes: [secret], includes: [secret] } }, ["filters"]],
  ])("is not shown where it is wrong: %#", (value, path) => {
    const error = failure(value, { secretPaths: [path] });
    expect(error.argument).toMatch(/^expect/);
    expect(inspect(error) + JSON.stringify(error)).not.toContain(secret);
  });

  test.each([
    [{ postWebhookUrl: `http//user:${secret}@hooks.example.com` }],
    [{ postWebhookUrl: `hooks.example.com/?token=${secret}` }],
    [{ postWebhookUrl: { host: `user:${secret}@hooks.example.com` } }],
    [{ postWebhookUrl: { path: `/hook?apiKey=${secret}` } }],
    [{ postWebhookUrl: { query: [`signature=${secret}`] } }],
  ])("is not shown either where a wrong value only looks as if it had one: %#", (value) => {
    const error = failure(value);
    expect(error.message).toContain("; it is [secret]");
    expect(inspect(error) + JSON.stringify(error)).not.toContain(secret);
  });
});
