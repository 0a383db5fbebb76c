import { spawnSync } from "node:child_process";
import fc from "fast-check";
import { shellWord } from "../../provider/text/shell-word";

/** What a shell makes of a command line's words. */
function words(line: string): string[] {
  const { stdout, stderr } = spawnSync("bash", ["--norc", "--noprofile", "-c", `printf '%s\\0' ${line}`], {
    encoding: "utf8",
    env: { LC_ALL: "C.UTF-8" },
  });
  expect(stderr).toBe("");
  return stdout.split("\0").slice(0, -1);
}

test("a shell reads each word as it was", () => {
  const texts = fc.array(
    fc.oneof(
      fc.string(),
      fc.string({ unit: "grapheme" }),
      fc.constantFrom("", "$(id)", "`id`", "a'b", "!!", "--x", "~", "*", "a\nb", "\\", "\u001b[31m", "'\u202e"),
    ),
    { minLength: 1 },
  );
  fc.assert(
    fc.property(texts, (all) => {
      const given = all.map((text) => text.replaceAll("\0", ""));
      const line = given.map(shellWord).join(" ");
      expect(line).toMatch(/^[\x20-\x7e]*$/);
      expect(words(line)).toEqual(given);
    }),
    { numRuns: 60 },
  );
});

test.each([
  ["", "''"],
  ["a b~", "'a b~'"],
  ["it's", "'it'\\''s'"],
  ["a\nb ~'\\", "$'a\\x0ab ~\\'\\\\'"],
  ["\u00e9\u007f", "$'\\xc3\\xa9\\x7f'"],
])("%j is written as %s", (text, word) => {
  expect(shellWord(text)).toBe(word);
});

test("a plain word stays as it is", () => {
  expect(shellWord("https://a.example/x")).toBe("https://a.example/x");
  expect(shellWord("https://a.example/x?y&z")).toBe("'https://a.example/x?y&z'");
});
