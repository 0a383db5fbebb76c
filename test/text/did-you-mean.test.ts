import { didYouMean, nearestWord } from "../../provider/text/did-you-mean";

const words = ["includes", "excludes", "only"];

test.each([
  ["include", "includes"],
  ["exclude", "excludes"],
  ["ONLY", "only"],
  ["onyl", "only"],
  ["only", undefined],
  ["other things", undefined],
  ["x".repeat(101), undefined],
])("%s is likely to mean %s", (text, word) => {
  expect(nearestWord(text, words, 2)).toBe(word);
});

test("a word is near where no more characters are changed than allowed", () => {
  expect([0, 1, 2].map((most) => nearestWord("onyl", words, most))).toEqual([undefined, undefined, "only"]);
  expect(nearestWord("x".repeat(100), ["x".repeat(99)], 1)).toBe("x".repeat(99));
});

test("another case is near, however many letters differ in it", () => {
  expect(nearestWord("EXCLUDES", words, 0)).toBe("excludes");
});

test("where there are no words, none is near", () => {
  expect(nearestWord("only", [], 9)).toBeUndefined();
});

test("the hint is a question at the end of a sentence, or nothing", () => {
  expect(didYouMean("onyx", words)).toBe('; did you mean "only"?');
  expect(didYouMean("onlyxyz", words)).toBe('; did you mean "only"?');
  expect(didYouMean("onlyxyzu", words)).toBe("");
});
