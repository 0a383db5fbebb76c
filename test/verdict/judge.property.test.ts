import fc from "fast-check";
import { isInvalidInputError } from "../../provider/errors/invalid-input-error";
import { compileExpectation } from "../../provider/expectation/compile-expectation";
import type { ServiceWebhookExpectation } from "../../provider/expectation/service-webhook-expectation";
import { knownWebhookFilters } from "../../provider/result/webhook-filter";
import { judge, type JudgedConfiguration } from "../../provider/verdict/judge";
import { verifyServiceWebhookConfiguration } from "../../provider/verdict/verify-service-webhook-configuration";
import { violationMessage } from "../../provider/verdict/violation-report";

const properties = ["preWebhookUrl", "postWebhookUrl", "method", "filters", "accountSid"] as const;
const chatServiceSid = `IS${"0".repeat(32)}`;

const oddCharacter = fc.constantFrom(..."ab/?#@:%\\.;&= é。ο\u00ad\u200b", "%2e", "//", "..", "[::1]", ":443");
const oddUrl = fc
  .tuple(
    fc.constantFrom("https://", "HTTP://", "https://u:p@", "https://xn--bcher-kva.example"),
    fc.array(oddCharacter, { minLength: 1, maxLength: 8 }),
  )
  .map(([start, rest]) => start + rest.join(""))
  .filter((url) => !/[\s\p{Cc}]/u.test(url) && URL.canParse(url));
const url = fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), oddUrl);
const event = fc.oneof(fc.constantFrom(...knownWebhookFilters), fc.string());
const configuration: fc.Arbitrary<JudgedConfiguration> = fc.record({
  preWebhookUrl: fc.option(url),
  postWebhookUrl: fc.option(url),
  method: fc.option(fc.constantFrom("GET", "POST")),
  filters: fc.option(fc.array(event)),
  accountSid: fc.option(fc.stringMatching(/^AC[0-9a-fA-F]{32}$/)),
});

function madeFrom({
  preWebhookUrl,
  postWebhookUrl,
  method,
  filters,
  accountSid,
}: JudgedConfiguration): ServiceWebhookExpectation {
  return { preWebhookUrl, postWebhookUrl, method, filters, accountSid };
}

test("a configuration always meets the expectation made from itself, and any part of it", () => {
  fc.assert(
    fc.property(configuration, fc.subarray([...properties], { minLength: 1 }), (live, named) => {
      expect(verifyServiceWebhookConfiguration(live, madeFrom(live))).toEqual([]);
      const part = Object.fromEntries(named.map((property) => [property, live[property]]));
      expect(verifyServiceWebhookConfiguration(live, part)).toEqual([]);
    }),
    { numRuns: 1_000 },
  );
});

test("a service that was never configured meets the expectation made from itself, and no other exact one", () => {
  const live = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };
  expect(verifyServiceWebhookConfiguration(live, madeFrom(live))).toEqual([]);
  fc.assert(
    fc.property(configuration, (other) => {
      const expected = properties.filter((property) => other[property] !== null);
      const violated = verifyServiceWebhookConfiguration(live, madeFrom(other)).map(({ property }) => property);
      expect(violated).toEqual(expected);
    }),
  );
});

test("any single change of a field that is expected exactly is found, and nothing else is", () => {
  // The URLs are such that every inserted character matters: none falls into what is the same by definition.
  const plainUrl = fc
    .tuple(fc.domain(), fc.webPath({ size: "small" }))
    .map(([host, path]) => `https://${host}/v1${path}`);
  const strict = fc.record({
    preWebhookUrl: plainUrl,
    postWebhookUrl: plainUrl,
    method: fc.constantFrom("GET" as const, "POST" as const),
    filters: fc.uniqueArray(fc.constantFrom(...knownWebhookFilters), { minLength: 1 }),
    accountSid: fc.stringMatching(/^AC[0-9a-f]{32}$/),
  });
  const change = fc.record({
    property: fc.constantFrom(...properties),
    at: fc.nat(),
    character: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), oddCharacter),
    isNull: fc.boolean(),
    kind: fc.constantFrom("insert", "replace", "remove"),
  });
  let changes = 0;
  fc.assert(
    fc.property(strict, change, (expected, { property, at, character, isNull, kind }) => {
      const original = expected[property];
      let changed: string | string[] | null;
      if (isNull) {
        changed = null;
      } else if (typeof original === "string") {
        const index = at % (original.length + 1);
        const text = kind === "remove" ? "" : character;
        changed = original.slice(0, index) + text + original.slice(kind === "insert" ? index : index + 1);
      } else {
        changed =
          kind === "insert"
            ? [...original, `${character}x`]
            : original.filter((_event, index) => index !== at % original.length);
      }
      const live = { ...expected, [property]: changed } as JudgedConfiguration;
      const host = /^https:\/\/[^/]*/i;
      fc.pre(
        changed !== original &&
          !(
            typeof changed === "string" &&
            typeof original === "string" &&
            property.endsWith("Url") &&
            changed.replace(host, "") === original.replace(host, "") &&
            spelling(host.exec(changed)?.[0]) === spelling(host.exec(original)?.[0])
          ),
      );
      changes += 1;
      const violated = verifyServiceWebhookConfiguration(live, madeFrom(expected)).map(
        (violation) => violation.property,
      );
      expect(violated).toEqual([property]);
    }),
    { numRuns: 5_000 },
  );
  expect(changes).toBeGreaterThan(2_000);
});

/** The spellings of an origin that are one by definition. */
function spelling(origin: string | undefined): string | undefined {
  return origin?.toLowerCase().replace(/:443$/, "").replace(/\.$/, "");
}

const conditions = fc.record(
  {
    set: fc.constant(true),
    protocol: fc.uniqueArray(fc.constantFrom("http" as const, "https" as const), { minLength: 1 }),
    host: fc.uniqueArray(fc.constantFrom("a.example", "*.a.example", "b.example:8443", "[::1]", "bücher.example"), {
      minLength: 1,
    }),
    path: fc.constantFrom("/", "/x", "/x/*", "/a%2Fb"),
    query: fc.oneof(fc.constant("none" as const), fc.uniqueArray(fc.constantFrom("a", "b"), { minLength: 1 })),
    pattern: fc.constantFrom({ source: "a" }, { source: "^https://", flags: "i" }),
  },
  { requiredKeys: ["set"] },
);
const urlExpectation = fc.oneof(fc.constant(null), fc.webUrl(), conditions);
const events = fc.uniqueArray(fc.constantFrom(...knownWebhookFilters.slice(0, 6)), { minLength: 1 });
const expectation = fc.record(
  {
    preWebhookUrl: urlExpectation,
    postWebhookUrl: urlExpectation,
    method: fc.oneof(
      fc.constant(null),
      fc.uniqueArray(fc.constantFrom("GET" as const, "POST" as const, null), { minLength: 1, maxLength: 2 }),
    ),
    filters: fc.oneof(
      fc.constant(null),
      events,
      events.map((only) => ({ only, includes: only.slice(0, 1) })),
      events.map((excludes) => ({ excludes })),
    ),
    accountSid: fc.constant(`AC${"0".repeat(32)}`),
  },
  { requiredKeys: ["method"] },
);
const near = fc.record({
  preWebhookUrl: fc.constantFrom(
    null,
    "https://a.example/x/y?a",
    "http://x.a.example/",
    "https://b.example:8443/x?b&a",
    "https://[::1]",
  ),
  postWebhookUrl: fc.constantFrom(
    null,
    "https://a.example/x",
    "https://xn--bcher-kva.example/x/",
    "https://a.example@b.example:8443/",
  ),
  method: fc.constantFrom(null, "GET" as const, "POST" as const),
  filters: fc.option(fc.array(fc.constantFrom(...knownWebhookFilters.slice(0, 8)))),
  accountSid: fc.constantFrom(null, `AC${"0".repeat(32)}`, `AC${"1".repeat(32)}`),
});

/** The same data with the keys of every object and the items of every list turned round. */
function turned(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(turned).reverse();
  }
  return typeof value === "object" && value !== null
    ? Object.fromEntries(
        Object.entries(value)
          .map(([key, item]) => [key, turned(item)])
          .reverse(),
      )
    : value;
}

function failed(live: JudgedConfiguration, expected: unknown): string[] {
  return judge(live, compileExpectation(expected))
    .violations.map(({ property, condition }) => `${property}.${condition}`)
    .sort();
}

test("the verdict depends neither on the order of keys, items and filters nor on repeats", () => {
  const outcomes = new Set<boolean>();
  fc.assert(
    fc.property(near, expectation, (live, expected) => {
      const verdict = failed(live, expected);
      outcomes.add(verdict.length === 0);
      const reordered = {
        ...live,
        filters: live.filters === null ? null : [...live.filters, ...live.filters].reverse(),
      };
      expect(failed(reordered, turned(expected))).toEqual(verdict);
    }),
    { numRuns: 2_000 },
  );
  expect(outcomes).toEqual(new Set([true, false]));
});

test("an expectation says the same after a round trip through JSON", () => {
  fc.assert(
    fc.property(near, expectation, (live, expected) => {
      expect(
        verifyServiceWebhookConfiguration(live, JSON.parse(JSON.stringify(expected)) as ServiceWebhookExpectation),
      ).toEqual(verifyServiceWebhookConfiguration(live, expected));
    }),
  );
});

test("no configuration makes it throw, and every message is printable", () => {
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.string({ unit: "grapheme" }),
    oddUrl,
    fc.constant("https://a.example/\ud800"),
  );
  const odd = fc.record({
    preWebhookUrl: fc.option(text),
    postWebhookUrl: fc.option(text),
    method: fc.option(text),
    filters: fc.option(fc.array(text)),
    accountSid: fc.option(text),
  }) as fc.Arbitrary<JudgedConfiguration>;
  fc.assert(
    fc.property(odd, expectation, (live, expected) => {
      const violations = verifyServiceWebhookConfiguration(live, expected);
      const message = violationMessage(violations, { chatServiceSid });
      expect(message).toMatch(/^[\n\x20-\x7e]+$/);
      expect(JSON.parse(JSON.stringify(violations))).toEqual(violations);
    }),
    { numRuns: 2_000 },
  );
});

const million = 1_000_000;
test.each([
  ["a long path", `https://a.example/${"a".repeat(million)}`],
  ["many slashes", `https://a.example${"/".repeat(million)}`],
  ["many dot segments", `https://a.example/x/${"../".repeat(million / 4)}`],
  ["many escapes", `https://a.example/x/${"%2525".repeat(1_500)}`],
  ["many nested escapes", `https://a.example/x/%${"25".repeat(4_000)}2e`],
  ["many labels", `https://${"a.".repeat(million / 4)}example/`],
  ["many user names", `https://${"a@".repeat(million / 4)}a.example/`],
  ["many parameters", `https://a.example/?${"a&".repeat(million / 4)}`],
  ["many labels outside of ASCII", `https://${"é.".repeat(2_000)}example/`],
  ["what is no URL", "\0".repeat(million)],
])("%s takes no time", (_what, postWebhookUrl) => {
  const live = { preWebhookUrl: null, postWebhookUrl, method: null, filters: null, accountSid: null };
  const all = { host: "*.example", path: "/x/*", query: ["a", "b"], pattern: { source: "^(?:[a-z:/.]+)+$" } };
  const start = process.cpuUsage();
  expect(verifyServiceWebhookConfiguration(live, { postWebhookUrl: all })).not.toEqual([]);
  expect(verifyServiceWebhookConfiguration(live, { postWebhookUrl: "https://a.example/x" })).toHaveLength(1);
  expect(process.cpuUsage(start).user).toBeLessThan(5_000_000);
});

test("an expectation that was damaged in any one place throws, or is judged by what it says then", () => {
  const damage = fc.constantFrom(undefined, Number.NaN, {}, [], () => null, Symbol("x"), 1n, new Date(0), "");
  fc.assert(
    fc.property(expectation, fc.constantFrom(...properties), damage, (expected, property, value) => {
      const damaged = { ...expected, [property]: value };
      const isStillValid = property === "filters" && Array.isArray(value);
      let isRefused = false;
      try {
        compileExpectation(damaged);
      } catch (error) {
        isRefused = isInvalidInputError(error) && error.argument.startsWith(`expect.${property}`);
      }
      expect(isRefused).toBe(!isStillValid);
    }),
  );
});
