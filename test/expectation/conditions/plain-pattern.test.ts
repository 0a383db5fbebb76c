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
