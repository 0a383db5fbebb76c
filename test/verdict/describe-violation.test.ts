import { describeViolation } from "../../provider/verdict/describe-violation";
import type { Violation } from "../../provider/verdict/violation";

const secret = "[secret]";
const url = "https://a.example/";

function described(violation: Partial<Violation>, because?: string): string {
  const usual = { property: "postWebhookUrl", condition: "equals", expected: url, found: null, secret: false } as const;
  return describeViolation({ ...usual, ...violation }, because);
}

test.each<[violation: Partial<Violation>, text: string]>([
  [{}, 'postWebhookUrl: expected "https://a.example/", found null (nothing is set)'],
  [{ expected: null, found: url }, 'postWebhookUrl: expected null, found "https://a.example/"'],
  [{ condition: "set", expected: true }, "postWebhookUrl.set: expected a URL to be set, found null (nothing is set)"],
  [{ condition: "set", expected: false, found: url }, `postWebhookUrl.set: expected no URL to be set, found "${url}"`],
  [{ condition: "query", expected: "none", found: "a=1" }, 'postWebhookUrl.query: expected no query, found "a=1"'],
  [
    { condition: "query", expected: ["a", "b"], found: ["c"] },
    'postWebhookUrl.query: expected the parameters "a", "b", found "c"',
  ],
  [
    { condition: "pattern", expected: { source: String.raw`^\\"x\"$` }, found: url },
    String.raw`postWebhookUrl.pattern: expected a match of /^\\"x\"$/, found "https://a.example/"`,
  ],
  [
    { condition: "pattern", expected: { source: "x", flags: "im" }, found: url },
    `postWebhookUrl.pattern: expected a match of /x/im, found "${url}"`,
  ],
  [
    { condition: "host", expected: ["a.example", "b.example"], found: "c.example" },
    'postWebhookUrl.host: expected "a.example" or "b.example", found "c.example"',
  ],
  [{ condition: "path", expected: "/x", found: "/y" }, 'postWebhookUrl.path: expected "/x", found "/y"'],
  [{ property: "method", expected: ["POST", null], found: "GET" }, 'method: expected "POST" or null, found "GET"'],
  [{ property: "method", expected: "POST", found: "GET" }, 'method: expected "POST", found "GET"'],
  [
    { property: "accountSid", expected: secret, found: "AC1", secret: true },
    'accountSid: expected [secret], found "AC1"',
  ],
  [{ expected: url, found: secret, secret: true }, `postWebhookUrl: expected "${url}", found [secret]`],
  [{ expected: secret, found: secret, secret: true }, "postWebhookUrl: expected [secret], found [secret]"],
  [
    { condition: "set", expected: secret, found: secret, secret: true },
    "postWebhookUrl.set: expected [secret], found [secret]",
  ],
])("%j is described in a line", (violation, text) => {
  expect(described(violation)).toBe(text);
});

test.each(["preWebhookUrl", "postWebhookUrl"] as const)("two different %ss stand below each other", (property) => {
  expect(described({ property, expected: url, found: "https://b.example/" }, "the host differs")).toBe(
    `${property} is not the expected URL
  expected: https://a.example/
  found:    https://b.example/
                    ^ first difference
  the host differs`,
  );
});

describe("of the filters", () => {
  const filters = (violation: Partial<Violation>) => described({ property: "filters", ...violation });

  test.each<[violation: Partial<Violation>, text: string]>([
    [{ expected: null, found: ["onX"] }, 'filters: expected null, found "onX"'],
    [{ expected: null, found: [] }, "filters: expected null, found none"],
    [{ expected: [] }, "filters: expected exactly none, found null (nothing is set)"],
    [
      { expected: ["onX", "onY"], found: ["onX"], missing: ["onY"], extra: [] },
      'filters: expected exactly "onX", "onY", found "onX"\n  missing: "onY"',
    ],
    [
      { expected: ["onX"], found: ["onX", "onY"], missing: [], extra: ["onY"] },
      'filters: expected exactly "onX", found "onX", "onY"\n  extra: "onY"',
    ],
    [
      { condition: "includes", expected: ["onX"], found: [], missing: ["onX"] },
      'filters.includes: expected at least "onX", found none\n  missing: "onX"',
    ],
    [
      { condition: "excludes", expected: ["onX"], found: ["onX"], extra: ["onX"] },
      'filters.excludes: expected none of "onX", found "onX"\n  excluded but delivered: "onX"',
    ],
    [
      { condition: "only", expected: ["onX"], found: ["onY"], extra: ["onY"] },
      'filters.only: expected nothing but "onX", found "onY"\n  extra: "onY"',
    ],
    [
      { condition: "includes", expected: secret, found: secret, secret: true },
      "filters.includes: expected [secret], found [secret]",
    ],
  ])("%j is described with the events that make the difference", (violation, text) => {
    expect(filters(violation)).toBe(text);
  });

  const hint = '"onMesageAdded" is not a known event; did you mean "onMessageAdded"?';

  test.each<[when: string, violation: Partial<Violation>]>([
    ["one that is missing", { expected: ["onMesageAdded"], found: [], missing: ["onMesageAdded"] }],
    ["the only one there may be", { condition: "only", expected: ["onMesageAdded"], found: ["onMessageAdded"] }],
  ])("a misspelt event has a hint where it is %s", (_when, violation) => {
    expect(filters(violation)).toContain(`\n  ${hint}`);
  });

  test.each<[when: string, violation: Partial<Violation>]>([
    ["is among those that were found", { condition: "only", expected: ["onMesageAdded"], found: ["onMesageAdded"] }],
    ["is excluded", { condition: "excludes", expected: ["onMesageAdded"], found: [], extra: ["onMesageAdded"] }],
    ["is a secret", { expected: ["onMesageAdded"], found: secret, missing: ["onMesageAdded"], secret: true }],
  ])("a misspelt event has no hint where it %s", (_when, violation) => {
    expect(filters(violation)).not.toContain("did you mean");
  });

  test("at most thirty events are listed, and as many hints given; how many more there are is said", () => {
    const events = Array.from({ length: 31 }, () => "onMesageAdded");
    const listed = (count: number) => Array.from({ length: count }, () => '"onMesageAdded"').join(", ");
    const thirty = { expected: null, found: events.slice(0, 30) };
    expect(filters(thirty)).toBe(`filters: expected null, found ${listed(30)}`);
    const lines = filters({ expected: events, missing: events }).split("\n  ");
    expect(lines[1]).toBe(`missing: ${listed(30)}, 1 more`);
    expect(lines.slice(2)).toEqual(Array.from({ length: 30 }, () => hint));
  });
});
