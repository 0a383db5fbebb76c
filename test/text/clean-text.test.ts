import fc from "fast-check";
import { cleanText } from "../../provider/text/clean-text";

test.each([
  ["a\r\nb", "a b"],
  ["  a \t b  ", "a b"],
  ["\u001b[1;31mred\u001b[0m text", "red text"],
  ["\u001b]0;title\u0007x", "]0;title x"],
  ["a\u0000b\u009bc\u007fd", "a b c d"],
  ["pay\u202eexe.\u200bx", "pay exe. x"],
  ["\u2028line", "line"],
  ["héllo wörld ✓ 日本語", "héllo wörld ✓ 日本語"],
  ["", ""],
  ["\u0000", ""],
])("%j becomes %j", (text, clean) => {
  expect(cleanText(text)).toBe(clean);
});

test("a long text is cut, and shows that it was", () => {
  expect(cleanText("x".repeat(301))).toBe(`${"x".repeat(299)}…`);
  expect(cleanText("x".repeat(300))).toBe("x".repeat(300));
  expect(cleanText("abcdef", 4)).toBe("abc…");
  // Of a megabyte only the start is looked at.
  expect(cleanText(`${" ".repeat(2_400)}x`)).toBe("");
});

test("what comes out is one printable line within the limit, and stays the same when it is cleaned again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), fc.integer({ min: 1, max: 50 }), (text, limit) => {
      const clean = cleanText(text, limit);
      expect([...clean].length).toBeLessThanOrEqual(limit);
      expect(clean).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u);
      expect(cleanText(clean, limit)).toBe(clean);
    }),
  );
});
