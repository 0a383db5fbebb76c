import fc from "fast-check";
import { RE2JS } from "re2js";
import { plainPattern } from "../../../provider/expectation/conditions/plain-pattern";

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
