import { inspect } from "node:util";
import { compileExpectation } from "../../provider/expectation/compile-expectation";
import type { ExpectationPath } from "../../provider/expectation/reading/expectation-node";
import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import { judge, type JudgedConfiguration, type JudgeOptions } from "../../provider/verdict/judge";
import { violationMessage } from "../../provider/verdict/violation-report";

const chatServiceSid = `IS${"0".repeat(32)}`;
const live: JudgedConfiguration = {
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/twilio/post",
  method: "POST",
  filters: ["onMessageAdded"],
  accountSid: `AC${"0".repeat(32)}`,
};

test("all violations are found, in the order of the properties", () => {
  const expectation = compileExpectation({
    accountSid: `AC${"1".repeat(32)}`,
    filters: { excludes: ["onMessageAdded"] },
    method: "GET",
    postWebhookUrl: { host: "a.example", protocol: "https", path: "/x" },
    preWebhookUrl: { set: true },
  });
  const { outcome, violations } = judge(live, expectation);
  expect(outcome).toBe("violated");
  expect(violations.map(({ property, condition, found }) => [property, condition, found])).toEqual([
    ["preWebhookUrl", "set", null],
    ["postWebhookUrl", "host", "hooks.example.com"],
    ["postWebhookUrl", "path", "/twilio/post"],
    ["method", "equals", "POST"],
    ["filters", "excludes", ["onMessageAdded"]],
    ["accountSid", "equals", `AC${"0".repeat(32)}`],
  ]);
});

describe("what is not known yet", () => {
  test("is not reported as verified", () => {
    expect(judge(live, compileExpectation({ method: "POST" })).outcome).toBe("holds");
    expect(judge(live, compileExpectation({ method: "POST", accountSid: notYetKnown }))).toEqual({
      outcome: "unverified",
      violations: [],
      deferred: ["expect.accountSid"],
    });
    expect(judge(live, compileExpectation(notYetKnown))).toMatchObject({ outcome: "unverified", deferred: ["expect"] });
  });

  test("does not keep the rest from being judged", () => {
    const expectation = compileExpectation({ postWebhookUrl: { host: notYetKnown, path: "/x" }, method: "GET" });
    const { outcome, violations, deferred } = judge(live, expectation);
    expect(outcome).toBe("violated");
    expect(violations.map(({ property, condition }) => `${property}.${condition}`)).toEqual([
      "postWebhookUrl.path",
      "method.equals",
    ]);
    expect(deferred).toEqual(["expect.postWebhookUrl.host"]);
  });
});

describe("a configuration that lacks a field is not taken for one where it is null", () => {
  test.each(["preWebhookUrl", "postWebhookUrl", "method", "filters", "accountSid"] as const)("%s", (property) => {
    const expectation = compileExpectation({ [property]: null });
    for (const value of [undefined, 1, {}, [1]]) {
      const broken = { ...live, [property]: value };
      expect(judge(broken, expectation).violations).toMatchObject([{ property, condition: "equals", found: null }]);
    }
  });
});

describe("a secret is in no violation and in no message", () => {
  const secret = "zZ9secret";
  const other = "https://hooks.example.com/other";

  function shown(
    expected: unknown,
    secretPaths: ExpectationPath[],
    configuration: JudgedConfiguration,
    options?: JudgeOptions,
  ) {
    const { violations } = judge(configuration, compileExpectation(expected, { secretPaths }), options);
    expect(violations.length).toBeGreaterThan(0);
    return { violations, text: inspect(violations, { depth: 9 }) + violationMessage(violations, { chatServiceSid }) };
  }

  test.each<[what: string, expected: unknown, secretPath: ExpectationPath, live: Partial<JudgedConfiguration>]>([
    ["an exact URL", { postWebhookUrl: `https://a.example/${secret}` }, ["postWebhookUrl"], {}],
    [
      "an exact URL that is nearly met",
      { postWebhookUrl: `https://a.example/${secret}` },
      ["postWebhookUrl"],
      { postWebhookUrl: `https://a.example/${secret}/x` },
    ],
    ["the whole expectation", { postWebhookUrl: { path: `/${secret}` } }, [], {}],
    ["a path", { postWebhookUrl: { path: `/${secret}` } }, ["postWebhookUrl", "path"], {}],
    [
      "a path that is nearly met",
      { postWebhookUrl: { path: `/${secret}` } },
      ["postWebhookUrl", "path"],
      { postWebhookUrl: `https://a.example/${secret}/` },
    ],
    [
      "a path, next to another condition",
      { postWebhookUrl: { path: `/${secret}`, pattern: { source: "^x" } } },
      ["postWebhookUrl", "path"],
      { postWebhookUrl: `https://a.example/${secret}` },
    ],
    [
      "one host of two",
      { postWebhookUrl: { host: [`${secret}.example`, "b.example"] } },
      ["postWebhookUrl", "host", 0],
      {},
    ],
    ["a pattern", { postWebhookUrl: { pattern: { source: secret } } }, ["postWebhookUrl", "pattern", "source"], {}],
    ["a parameter's name", { postWebhookUrl: { query: [secret] } }, ["postWebhookUrl", "query", "0"], {}],
    ["an event", { filters: [secret] }, ["filters"], {}],
    ["an included event", { filters: { includes: [secret] } }, ["filters", "includes"], {}],
    ["an excluded event", { filters: { excludes: [secret] } }, ["filters", "excludes", 0], { filters: [secret] }],
    [
      "an event beside another condition",
      { filters: { excludes: ["onX"], includes: [secret] } },
      ["filters", "includes"],
      { filters: [secret, "onX"] },
    ],
    [
      "a URL with a password, although nobody said so",
      { postWebhookUrl: `https://u:${secret}@a.example/` },
      ["method"],
      {},
    ],
    [
      "a URL with a token, although nobody said so",
      { postWebhookUrl: `https://a.example/?token=${secret}` },
      ["method"],
      {},
    ],
  ])("%s", (_what, expected, secretPath, change) => {
    const { violations, text } = shown(expected, [secretPath], { ...live, ...change });
    expect(text).not.toContain(secret);
    expect(text).toContain("[secret]");
    expect(violations.some((violation) => violation.secret)).toBe(true);
  });

  test.each<[what: string, expected: unknown, url: string]>([
    ["a password", { postWebhookUrl: other }, `https://u:${secret}@hooks.example.com/`],
    ["a token", { postWebhookUrl: other }, `https://hooks.example.com/?token=${secret}`],
    [
      "a password that an odd reader would find",
      { postWebhookUrl: { set: false } },
      `https:\\u:${secret}@hooks.example.com/`,
    ],
    [
      "a password in a URL that is judged by its parts",
      { postWebhookUrl: { path: "/x", pattern: { source: "^x" } } },
      `https://u:${secret}@a.example/${secret}`,
    ],
  ])("a live URL with %s", (_what, expected, postWebhookUrl) => {
    expect(shown(expected, [], { ...live, postWebhookUrl }).text).not.toContain(secret);
  });

  test("a live value that the stack says is secret", () => {
    const { violations, text } = shown(
      { postWebhookUrl: other, method: "GET" },
      [],
      { ...live, postWebhookUrl: `https://a.example/${secret}` },
      { secretProperties: new Set(["postWebhookUrl"]) },
    );
    expect(text).not.toContain(secret);
    expect(violations).toMatchObject([
      { property: "postWebhookUrl", expected: other, found: "[secret]", secret: true },
      { property: "method", expected: "GET", found: "POST", secret: false },
    ]);
  });

  test("the message still says which condition failed, and that nothing is set", () => {
    const expectation = compileExpectation(
      { preWebhookUrl: { host: "a.example" } },
      { secretPaths: [["preWebhookUrl", "host"]] },
    );
    const [violation] = judge(live, expectation).violations;
    expect(violation).toMatchObject({ condition: "host", expected: "[secret]", found: null });
    expect(violation?.message).toBe("preWebhookUrl.host: expected [secret], found null (nothing is set)");
  });
});

test("a violation has the keys that say something, and no others", () => {
  const violation = { property: "method", condition: "equals", expected: "GET", found: "POST", secret: false };
  expect(judge(live, compileExpectation({ method: "GET" })).violations).toStrictEqual([
    { ...violation, message: 'method: expected "GET", found "POST"' },
  ]);
  const hidden = { property: "filters", condition: "equals", expected: ["onX"], found: "[secret]", secret: true };
  const options = { secretProperties: new Set(["filters"]) };
  expect(judge(live, compileExpectation({ filters: ["onX"] }), options).violations).toStrictEqual([
    { ...hidden, message: 'filters: expected exactly "onX", found [secret]' },
  ]);
  expect(
    judge(live, compileExpectation({ filters: ["onX"] }, { secretPaths: [["filters"]] })).violations,
  ).toStrictEqual([{ ...hidden, expected: "[secret]", message: "filters: expected [secret], found [secret]" }]);
});

test("null hides nothing: where a secret null is expected or found, that is said", () => {
  const unset = compileExpectation({ postWebhookUrl: null }, { secretPaths: [["postWebhookUrl"]] });
  expect(judge(live, unset).violations).toMatchObject([{ expected: null, found: "[secret]", secret: true }]);
  const set = compileExpectation({ preWebhookUrl: "https://a.example/" }, { secretPaths: [["preWebhookUrl"]] });
  expect(judge(live, set).violations).toMatchObject([{ expected: "[secret]", found: null, secret: true }]);
});

test("who asks for secrets sees all of them", () => {
  const postWebhookUrl = "https://u:zZ9-secret@hooks.example.com/";
  const filters = ["onX"];
  const expectation = compileExpectation({ postWebhookUrl, filters }, { secretPaths: [[]] });
  const options = { secretProperties: new Set(["postWebhookUrl", "filters"]), showSecrets: true };
  expect(judge(live, expectation, options).violations).toMatchObject([
    { property: "postWebhookUrl", expected: postWebhookUrl, found: live.postWebhookUrl, secret: false },
    {
      property: "filters",
      expected: filters,
      found: live.filters,
      missing: ["onX"],
      extra: live.filters,
      secret: false,
    },
  ]);
});

test.each<[what: string, host: string]>([
  ["a pattern", "*.hushhost.example.com"],
  ["another case", "A.HushHost.example.com"],
  ["a trailing dot", "a.hushhost.example.com."],
])("what is live shows beside no secret condition, also where the secret is spelt with %s", (_what, host) => {
  const expectation = compileExpectation(
    { postWebhookUrl: { host, pattern: { source: "nothing" } }, preWebhookUrl: { set: true } },
    { secretPaths: [["postWebhookUrl", "host"]] },
  );
  expect([...expectation.secretProperties]).toEqual(["postWebhookUrl"]);
  const { violations } = judge({ ...live, postWebhookUrl: "https://a.hushhost.example.com/x" }, expectation);
  expect(violations.find(({ condition }) => condition === "pattern")).toMatchObject({
    found: "[secret]",
    secret: true,
  });
  expect(JSON.stringify(violations)).not.toContain("hushhost");
});

test("an expectation that is secret as a whole hides each property that it is about, and one that is not known yet too", () => {
  expect([...compileExpectation({ method: "POST" }, { secretPaths: [[]] }).secretProperties]).toEqual(["method"]);
  const unknown = compileExpectation({ method: notYetKnown, filters: [] }, { secretPaths: [["method"]] });
  expect([...unknown.secretProperties]).toEqual(["method"]);
  expect(compileExpectation(notYetKnown, { secretPaths: [[]] }).secretProperties.size).toBe(5);
});
