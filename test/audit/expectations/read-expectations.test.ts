import type { CompiledExpectation } from "../../../provider/expectation/compiled-expectation";
import { readExpectations } from "../../../provider/audit/expectations/read-expectations";

const sid = `IS${"0".repeat(31)}1`;

/** The problems of a file, as `line:column message`. */
function problemsOf(text: string): readonly string[] {
  const reading = readExpectations(text, "e.yaml");
  return "problems" in reading
    ? reading.problems.map(({ line, column, message }) => `${line}:${column} ${message}`)
    : [];
}

test("every problem of a file is named, at its line and column, in the order of the places", () => {
  const text = `# yaml-language-server: $schema=./expectations.schema.json
default:
  postWebhookUrl:
    host: https://hooks.example.com/
    protocol: [https, ftp]
service: {}
services:
  ${sid}:
    method: post
    filters: { excludes: [onMesageAdded] }
  ${sid}0: { method: POST }
friendlyNames:
  "support-*": {}
  other:
    postWebhookUrl: { set: false, query: none }
`;
  expect(problemsOf(text)).toMatchInlineSnapshot(`
[
  "4:5 default.postWebhookUrl.host must be a host alone, without protocol, user name or path; it is "https://hooks.example.com/"",
  "5:23 default.postWebhookUrl.protocol[1] must be "https" or "http"; it is "ftp"",
  "6:1 "service" is not a section of this file; did you mean "services"?",
  "9:5 services.IS00000000000000000000000000000001.method must be "GET", "POST" or null; it is "post"",
  "10:27 services.IS00000000000000000000000000000001.filters.excludes[0] is not a known event, so it would exclude nothing: "onMesageAdded"; did you mean "onMessageAdded"?",
  "11:3 is not a service SID, which is IS and 32 hexadecimal digits",
  "13:3 friendlyNames["support-*"] is empty: name at least one property (preWebhookUrl, postWebhookUrl, method, filters, accountSid, delivers)",
  "15:5 friendlyNames["other"].postWebhookUrl contradicts itself: \`set: false\` goes with no other condition",
]
`);
});

test.each([
  ["a file that is empty", ""],
  ["a list", "- default"],
  ["nothing but a schema", "$schema: ./expectations.schema.json"],
  ["an empty section", "services: {}"],
  ["YAML that is none", "default: {\n  method: GET"],
  ["the same key twice", `services:\n  ${sid}: { method: GET }\n  ${sid}: { method: POST }`],
  ["two documents", "default: { method: GET }\n---\ndefault: { method: GET }"],
  ["a tag that nobody knows", "default: !secret { method: GET }"],
  ["an alias without an anchor", "default: *nothing"],
  ["an expectation without a value", "default:"],
])("%s is a problem with a place", (_what, text) => {
  expect(problemsOf(text)).toMatchSnapshot();
});

test("aliases that grow without end are refused", () => {
  const lines = ["a: &a [x, x, x, x, x, x, x, x, x, x]"];
  for (const [name, of] of [
    ["b", "a"],
    ["c", "b"],
    ["d", "c"],
    ["e", "d"],
    ["f", "e"],
  ]) {
    lines.push(`${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(", ")}]`);
  }
  expect(problemsOf(lines.join("\n"))).toEqual([
    "6:8 *e comes to more than 100,000 values: aliases of aliases multiply",
  ]);
});

test("a service's key is not repeated: it may be a credential in the wrong place", () => {
  expect(problemsOf("services: { s3cret: { method: GET } }").join()).not.toMatch(/s3cret(?!:|\.)/);
});

test("JSON is read like YAML, tabs and all, and an anchor serves several services", () => {
  const json = JSON.stringify({ $schema: "x", default: { method: "POST" } }, null, "\t");
  expect(readExpectations(json, "e.json")).toHaveProperty("expectations");
  const yaml = `default: &usual { method: POST }\nservices: { ${sid}: *usual }`;
  const reading = readExpectations(yaml, "e.yaml");
  expect("expectations" in reading && [...reading.expectations.bySid.values()]).toMatchObject([
    { chatServiceSid: sid },
  ]);
  const broken = readExpectations(`default: &usual { metod: POST }\nservices: { ${sid}: *usual }`, "e.yaml");
  // Said once, however often the anchor is used.
  expect("problems" in broken && broken.problems.map(({ line }) => line)).toEqual([1]);
});

describe("keys", () => {
  const namesOf = (...keys: string[]) => {
    const reading = readExpectations(
      `friendlyNames:\n${keys.map((key) => `  ${key}: { method: POST }\n`).join("")}`,
      "e",
    );
    return "problems" in reading
      ? reading.problems.map(({ line, message }) => `${line} ${message}`)
      : reading.expectations.byName.all.map(({ pattern }) => pattern);
  };

  test("are texts as the file has them, and in its order: numbers, dates and words of YAML too", () => {
    const keys = ["*", "2024", "+15551234567", "0123", "1.10", "0x1F", "1e3", "true", "null", "~", "2024-01-01", "10"];
    expect(namesOf('"*"', ...keys.slice(1))).toEqual(keys);
    expect(namesOf('"__proto__"', "'constructor'", '"a\\tb"')).toEqual(["__proto__", "constructor", "a\tb"]);
  });

  test("decide in the order of the file: a whole number does not come first", () => {
    const reading = readExpectations('friendlyNames: { "*": { method: POST }, 2024: { method: GET } }', "e");
    expect("expectations" in reading && reading.expectations.byName.find("2024")?.pattern).toBe("*");
  });

  test.each([
    ['"2024"', "2024"],
    ["+1", "'+1'"],
    ["true", '"true"'],
    ["~", '"~"'],
    ["a", '"\\x61"'],
    ["&k a", "*k "],
  ])("%s and %s are the same one, and refused as duplicates", (one, other) => {
    expect(namesOf(one, "b", other)).toEqual([
      "4 duplicates the key at line 2: keys are compared as text, quoted or not",
    ]);
  });

  test("that are lists or objects are refused", () => {
    expect(namesOf("[a]", "? {a: 1}\n  ")).toEqual([
      "2 must have text as its key, not a list or an object",
      "3 must have text as its key, not a list or an object",
    ]);
  });

  test("twice within an expectation, or in what is there for its anchors, are refused too", () => {
    expect(problemsOf("default: { method: GET, method: POST }")).toEqual([
      "1:25 duplicates the key at line 1: keys are compared as text, quoted or not",
    ]);
    expect(problemsOf("x-a: { b: 1, b: 2 }\ndefault: { method: GET }")).toHaveLength(1);
  });

  test("of services are the same in either case of their digits", () => {
    const upper = `IS${"0".repeat(31)}A`;
    expect(problemsOf(`services:\n  ${upper}: { method: GET }\n  ${upper.slice(0, -1)}a: { method: POST }`)).toEqual([
      "3:3 duplicates the service at line 2: the case of a SID's digits does not matter",
    ]);
  });
});

describe("anchors", () => {
  const sids = (count: number) => Array.from({ length: count }, (_, index) => `IS${String(index).padStart(32, "0")}`);
  const read = (text: string) => {
    const reading = readExpectations(text, "e.yaml");
    return "expectations" in reading ? reading.expectations : reading.problems.map(({ message }) => message);
  };

  test("are used as often as one likes, and what one names is compiled once", () => {
    const uses = sids(1_001).map((each) => `  ${each}: *usual\n`);
    const expectations = read(`default: &usual { method: POST }\nservices:\n${uses.join("")}`);
    expect("bySid" in expectations && expectations.bySid.size).toBe(1_001);
    const compiled = "bySid" in expectations && [...expectations.bySid.values()].map((each) => each.compiled);
    expect(new Set(compiled || []).size).toBe(1);
  });

  test("may hang on a key that begins with x-, which is not looked into", () => {
    const expectations = read("x-base: &base { method: POST }\nx-notes: [1, { anything: goes }]\ndefault: *base");
    expect(expectations).toMatchObject({ default: { place: { line: 3, column: 1 } } });
    expect(read("x-base: { method: POST }")).toEqual([
      "says nothing: it needs at least one of default, services, friendlyNames, rules, accept",
    ]);
  });

  test("are merged by <<: what stands beside it applies first, then the first of several", () => {
    const text = [
      "x-a: &a { method: GET, postWebhookUrl: https://a.example.com/ }",
      "x-b: &b { method: [POST], preWebhookUrl: null, postWebhookUrl: https://b.example.com/ }",
      "default: { <<: [*a, *b], method: POST }",
      `services: { ${sid}: { <<: *b } }`,
    ].join("\n");
    const expectations = read(text);
    if (!("bySid" in expectations)) {
      throw new Error(expectations.join());
    }
    const expected = ({ compiled }: { compiled: CompiledExpectation }) =>
      (["method", "preWebhookUrl", "postWebhookUrl"] as const).map(
        (property) => compiled.conditions.get(property)?.[0]?.expected,
      );
    expect(expected(expectations.default!)).toEqual(["POST", null, "https://a.example.com/"]);
    expect([...expectations.bySid.values()].map(expected)).toEqual([[["POST"], null, "https://b.example.com/"]]);
  });

  test("whose merged part is wrong are named where that part is", () => {
    expect(problemsOf("x-a: &a\n  metod: GET\ndefault:\n  <<: *a\n  method: POST")).toEqual([
      '2:3 default.metod is not a known property; did you mean "method"?',
    ]);
    expect(problemsOf("x-a: &a 1\ndefault: { <<: *a }")).toEqual(["2:12 << merges an object, or a list of objects"]);
    expect(problemsOf('default: { "<<": { method: GET } }')[0]).toContain('default["<<"] is not a known property');
  });

  test.each([
    ["an alias inside its own anchor", "x-a: &a [*a]\ndefault: { method: GET }", "is inside its own anchor"],
    [
      "merges of merges that multiply",
      [
        `x-0: &x0 { ${Array.from({ length: 1_000 }, (_, index) => `k${index}: 1`).join(", ")} }`,
        `x-1: &x1 { <<: [${Array.from({ length: 1_100 }, () => "*x0").join(", ")}] }`,
        "default: { method: GET }",
      ].join("\n"),
      "<< brings in more than 1,000,000 entries altogether",
    ],
  ])("are refused as %s", (_what, text, message) => {
    expect(problemsOf(text)).toEqual([expect.stringContaining(message)]);
  });
});
