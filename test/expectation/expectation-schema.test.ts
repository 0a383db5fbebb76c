import Ajv from "ajv";
import fc from "fast-check";
import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { expectationSchema } from "../../provider/expectation/expectation-schema";
import { knownWebhookFilters } from "../../provider/result/webhook-filter";

const validate = new Ajv({ strict: true, strictTypes: false }).compile(expectationSchema);

function compiles(value: unknown): boolean {
  try {
    compileExpectation(value);
    return true;
  } catch {
    return false;
  }
}

const junk = fc.oneof(
  fc.constantFrom(
    null,
    true,
    false,
    0,
    1,
    "",
    "none",
    "GET",
    "get",
    "/x",
    "*",
    "https",
    "https://a.example",
    "[",
    " ",
    [],
    {},
  ),
  fc.string({ maxLength: 5 }),
  fc.array(fc.constantFrom("GET", "POST", null, "https", "", 1), { maxLength: 3 }),
);
const orJunk = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: value, weight: 25 }, { arbitrary: junk, weight: 1 });
const mostly = <Value>(usual: readonly Value[], others: readonly Value[]) =>
  fc.oneof({ arbitrary: fc.constantFrom(...usual), weight: 8 }, { arbitrary: fc.constantFrom(...others), weight: 1 });
const oneOrMore = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof({ arbitrary: value, weight: 2 }, { arbitrary: fc.array(value, { maxLength: 3 }), weight: 1 });
const some = (fields: Record<string, fc.Arbitrary<unknown>>) =>
  fc
    .subarray(Object.keys(fields), { minLength: 1, maxLength: Math.min(3, Object.keys(fields).length) })
    .chain((names) =>
      fc.record(Object.fromEntries(names.map((name) => [name, orJunk(fields[name] ?? fc.constant(null))]))),
    );
const odd = fc.constantFrom("a", "/", "*", "?", "#", "\\", "@", ":", ".", "é", " ", "%41", "[", "]", "~", "\u0085");
const text = (start: string) => fc.array(odd, { maxLength: 4 }).map((parts) => start + parts.join(""));
const url = fc.oneof(
  fc.constant(null),
  mostly(["https://hooks.example.com/post", "HTTP://a.example"], ["ftp://a.example", "https:/a", "https://a b"]),
  text("https://a.example"),
  some({
    equals: mostly(["https://a.example/"], ["a.example"]),
    set: fc.boolean(),
    protocol: oneOrMore(mostly(["https", "http"], ["ws"])),
    host: oneOrMore(fc.oneof(fc.constantFrom("a.example", "*.a.example", "a.example:8443"), text("a"))),
    path: fc.oneof(mostly(["/", "/*", "/a/*"], ["/a*", "/a/*/b", "a"]), text("/")),
    query: fc.oneof(fc.constant("none"), fc.array(mostly(["a", "b"], ["a=b", ""]), { maxLength: 2 })),
    pattern: fc.record(
      { source: mostly(["^https://", "a{2}"], ["(", "(?=a)", ""]), flags: mostly(["", "i", "ims"], ["g", "ii"]) },
      { requiredKeys: [] },
    ),
  }),
);
const events = fc.array(mostly(knownWebhookFilters, ["onUserAdded", ""]), { maxLength: 3 });
const expectation = fc.oneof(
  { weight: 1, arbitrary: junk },
  { weight: 1, arbitrary: some({ method: fc.constant("GET"), metod: fc.constant("GET") }) },
  {
    weight: 20,
    arbitrary: some({
      preWebhookUrl: url,
      postWebhookUrl: url,
      method: oneOrMore(mostly(["GET", "POST", null], ["PUT"])),
      filters: fc.oneof(
        fc.constant(null),
        events,
        some({ equals: events, includes: events, excludes: events, only: events }),
      ),
      accountSid: fc.oneof(
        fc.constant(null),
        fc.stringMatching(/^AC[0-9a-f]{32}$/),
        fc.stringMatching(/^AC[0-9a-f]{31}$/),
      ),
    }),
  },
);

test("what is a valid expectation is valid by the schema too", () => {
  let valid = 0;
  let invalid = 0;
  fc.assert(
    fc.property(expectation, (value) => {
      const isValid = compiles(value);
      valid += isValid ? 1 : 0;
      invalid += isValid ? 0 : 1;
      expect(isValid && !validate(value)).toBe(false);
    }),
    { numRuns: 2_000 },
  );
  // Both kinds were tried: otherwise nothing was shown.
  expect(Math.min(valid, invalid)).toBeGreaterThan(200);
});

test("what the schema accepts is a valid expectation, but for what no schema can say", () => {
  const beyond =
    /is not a host|must have a port|without white space; it is|percent sign|contradicts itself|goes with no other condition|is not a known event|says nothing|of letters and digits alone|is not in RE2 syntax|is too large|each at most once/;
  fc.assert(
    fc.property(expectation, (value) => {
      fc.pre(validate(value));
      try {
        compileExpectation(value);
      } catch (error) {
        const [first = "", ...others] = (error as Error).message.split("\n");
        for (const line of others.length === 0 ? [first] : others) {
          expect(line).toMatch(beyond);
        }
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["an unknown key", { metod: "GET" }],
  ["nothing at all", {}],
  ["a condition besides set: false", { postWebhookUrl: { set: false, protocol: "https" } }],
  ["a condition besides equals", { postWebhookUrl: { equals: "https://a.example/", set: true } }],
  ["a star inside a path", { postWebhookUrl: { path: "/a*" } }],
  ["an empty list", { method: [] }],
  ["a URL of another protocol", { preWebhookUrl: "ftp://a.example/" }],
  ["a host with a path", { preWebhookUrl: { host: "a.example/x" } }],
])("the schema refuses %s", (_what, value) => {
  expect(validate(value)).toBe(false);
  expect(compiles(value)).toBe(false);
});

test("the schema stands inside another one: it refers to nothing", () => {
  expect(JSON.stringify(expectationSchema)).not.toMatch(/"\$(?:ref|id|schema)"/);
});

describe("The schema, the types and the reader have the same properties and conditions", () => {
  interface Schema {
    readonly properties: Readonly<Record<string, Schema>>;
    readonly anyOf: readonly Schema[];
  }
  const { properties } = expectationSchema as unknown as Schema;
  const conditionsOf = (name: string) => properties[name]!.anyOf.find((each) => "properties" in each)!.properties;

  test.each<[of: string, schemas: Readonly<Record<string, unknown>>, misspelt: unknown]>([
    ["an expectation", properties, { zzzzzzzzzz: 1 }],
    ["the first URL", conditionsOf("preWebhookUrl"), { preWebhookUrl: { zzzzzzzzzz: 1 } }],
    ["the second URL", conditionsOf("postWebhookUrl"), { postWebhookUrl: { zzzzzzzzzz: 1 } }],
    ["events", conditionsOf("filters"), { filters: { zzzzzzzzzz: 1 } }],
    [
      "a pattern",
      conditionsOf("postWebhookUrl")["pattern"]!.properties,
      { postWebhookUrl: { pattern: { zzzzzzzzzz: 1 } } },
    ],
  ])("of %s", (_of, schemas, misspelt) => {
    expect(() => compileExpectation(misspelt)).toThrow(`: known are ${Object.keys(schemas).join(", ")}`);
  });
});
