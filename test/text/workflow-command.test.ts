import fc from "fast-check";
import { cleanText } from "../../provider/text/clean-text";
import { displayedLines, displayedText } from "../../provider/text/displayed-text";
import { printableJson, printableText } from "../../provider/text/printable";
import { shellWord } from "../../provider/text/shell-word";
import { beginsCommand, withoutDoubleColons } from "../../provider/text/workflow-command";

/** Whether a line commands one of the CI systems, by a rule that is laxer than theirs. */
function isObeyed(line: string): boolean {
  const bare = line.replace(/[\p{M}\p{Cf}]/gu, "");
  return /^\s*::/.test(bare) || /##[\p{L}]*\[/u.test(bare);
}

const commands = [
  "::error::x",
  " \u3000::stop-commands::t",
  "\ufe0f::error::x",
  ":::error::x",
  "a ##vso[task.setvariable variable=A]b",
  "##[stop-commands]t",
  "###[group]",
  "#\ufe0f#vso[x]",
  "##VSO[x]",
  "##teamcity[buildStatus text='x']",
];

test.each(commands)("%j is shown, and is no command of a CI system in any of the ways to show a text", (text) => {
  expect(isObeyed(text)).toBe(true);
  for (const shown of [displayedText(text), ...displayedLines(text), cleanText(text), printableText(text)]) {
    expect(isObeyed(shown)).toBe(false);
  }
  expect(isObeyed(printableJson(text))).toBe(false);
  expect(isObeyed(`--friendly-name=${shellWord(text)}`)).toBe(false);
});

test("a name is shown in a way that can be read back", () => {
  expect(displayedText("##vso[x]")).toBe("\\u0023#vso[x]");
  expect(displayedText("::error::")).toBe("\\u003a:error::");
  expect(displayedText("Köln #1: a::b C:\\users")).toBe("Köln #1: a::b C:\\users");
  expect(displayedText("\\u0023 \u202e")).toBe("\\u005cu0023 \\u202e");
  const unit = fc.constantFrom("#", ":", "[", "a", " ", "\n", "\\", "u0023", "\ufe0f", "\u{e0001}");
  fc.assert(
    fc.property(fc.array(unit), (parts) => {
      const text = parts.join("");
      const shown = displayedText(text);
      expect(isObeyed(shown)).toBe(false);
      expect(shown.replace(/\\u([0-9a-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16)))).toBe(
        text,
      );
      expect(JSON.parse(printableJson(text))).toBe(text);
      expect(isObeyed(printableText(text))).toBe(false);
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ["::error::x", true],
  [" \t::error::x", true],
  ["\ufe0f:\ufe0f:error::x", true],
  [":\ufe0f\ufe0f:error", true],
  ["a::error::x", false],
  [": :error", false],
  [":error", false],
  ["", false],
])("whether a command of GitHub Actions begins the line %j: %s", (line, begins) => {
  expect(beginsCommand(line)).toBe(begins);
});

test("a text that is broken into lines keeps no double colon that could begin one of them", () => {
  expect(withoutDoubleColons("see ::error::x and a:b")).toBe("see \\u003a:error\\u003a:x and a:b");
  expect(withoutDoubleColons("x :\ufe0f\ufe0f: y :::")).toBe("x \\u003a\ufe0f\ufe0f: y \\u003a\\u003a:");
  fc.assert(
    fc.property(fc.array(fc.constantFrom(":", "a", " ", "\ufe0f")), (parts) => {
      const text = withoutDoubleColons(parts.join(""));
      expect(Array.from(text, (_, from) => text.slice(from)).some(beginsCommand)).toBe(false);
    }),
  );
});
