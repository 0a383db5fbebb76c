import fc from "fast-check";
import { RE2JS } from "re2js";
import { plainPattern } from "../../../provider/expectation/conditions/plain-pattern";

test.each([
  ["^https://hooks\\.example\\.com/.*$", ""],
  ["^https://[a-z.-]+/twilio/after/[0-9]+$", ""],
  ["^https?://hooks\\.example\\.com/[^/]+$", ""],
  ["/post", "i"],
  ["\\.example\\.com/", "imsu"],
  ["^", ""],
])("JavaScript matches a row of characters with one way to match: %s", (source, flags) => {
  expect(plainPattern(source, flags)).toEqual(new RegExp(source, flags.includes("i") ? "i" : ""));
});

test.each<[source: string, why: string]>([
  ["^.*/post$", "what repeats could be what follows"],
  ["^[a-z]*[a-z]$", "what repeats could be what follows"],
  ["^a?a?a?aaa$", "what is left out could be what follows"],
  ["^[a-z]+/?[a-z]+$", "what follows need not be there"],
  ["[a-z]+/", "the search begins anew at each character"],
  ["^(?:a|b)$", "it has a group"],
  ["^https://a|b$", "it has alternatives"],
  ["^a{2,9}$", "it counts"],
  ["^a+?/", "it is reluctant"],
  ["^\\s$", "its class is not the same everywhere"],
  ["^a\\b", "it has a word boundary"],
  ["^[[:alpha:]]$", "it has a class of RE2's"],
  ["^[\\w.]$", "it has a class in a class"],
  ["^é$", "it is not ASCII"],
  ["^\\$\\", "it is not complete"],
])("RE2 keeps a pattern that may be read in another way, or take long: %s (%s)", (source) => {
  expect(plainPattern(source, "")).toBeUndefined();
});

test("What could be one character with `i`, and not without it, is not apart with it", () => {
  expect(plainPattern("^[a-z]+A", "")).toBeDefined();
  expect(plainPattern("^[a-z]+A", "i")).toBeUndefined();
});

const atom = fc.constantFrom(
  ..."abK19-/:_",
  ...["\\.", "\\d", "\\w", ".", "\\/", "\\-", "[a-k]", "[^a-k]", "[^/]", "[.-9]", "[a-]", "[^a-zA-Z0-9]", "[A-z]"],
);
const quantifier = fc.constantFrom("", "", "", "?", "*", "+");
const plain = fc
  .tuple(
    fc.constantFrom("^", "^", ""),
    fc.array(fc.tuple(atom, quantifier), { minLength: 1, maxLength: 8 }),
    fc.constantFrom("$", ""),
  )
  .map(([start, atoms, end]) => start + atoms.flat().join("") + end)
  .filter((source) => plainPattern(source, "") !== undefined && isTaken(source));

function isTaken(source: string): boolean {
  try {
    RE2JS.compile(source);
    return true;
  } catch {
    return false;
  }
}

test("JavaScript and RE2 say the same of every plain pattern and every text of printable ASCII", () => {
  const text = fc.string({ unit: fc.constantFrom(..."aabkKzZ019--//::__.%~^"), maxLength: 9 });
  let matches = 0;
  fc.assert(
    fc.property(
      plain,
      fc.array(text, { minLength: 8, maxLength: 8 }),
      fc.constantFrom("", "i"),
      (source, texts, flags) => {
        const own = plainPattern(source, flags);
        fc.pre(own !== undefined);
        const re2 = RE2JS.compile(source, flags === "i" ? RE2JS.CASE_INSENSITIVE : 0);
        for (const each of texts) {
          matches += own.test(each) ? 1 : 0;
          expect([source, each, own.test(each)]).toEqual([source, each, re2.test(each)]);
        }
      },
    ),
    { numRuns: 3_000 },
  );
  expect(matches).toBeGreaterThan(1_000);
});
