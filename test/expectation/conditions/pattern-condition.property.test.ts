import fc from "fast-check";
import { compileExpectation } from "../../../provider/expectation/compile-expectation";
import { judge } from "../../../provider/verdict/judge";

const nothing = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };

function matches(source: string, url: string, flags: string): boolean {
  const expectation = compileExpectation({ postWebhookUrl: { pattern: { source, flags } } });
  return judge({ ...nothing, postWebhookUrl: url }, expectation).violations.length === 0;
}

function javaScript(source: string, flags: string): RegExp | undefined {
  try {
    return new RegExp(source, flags);
  } catch {
    return undefined;
  }
}

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
const foreign = fc.constantFrom(
  "[]",
  "[^]",
  "[[:a]",
  "[[:alpha:][o]",
  "[[:^digit:][a]",
  "[\\[:alpha:]",
  "\\u0061",
  "\\p{L}",
  "(?i:a)",
);
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
      const pattern = javaScript(text, flags.includes("u") ? flags : `${flags}u`);
      // Some of RE2's syntax is none of JavaScript's, such as a repeated boundary.
      fc.pre(pattern !== undefined);
      accepted += 1;
      expect(isMatch).toBe(pattern?.test(live));
    }),
    { numRuns: 3_000 },
  );
  expect(accepted).toBeGreaterThan(800);
});
