// Tested by test/cli/record-command.test.ts
/** A text as YAML, Python and Go have it between quotes, in printable ASCII. */
export function escapedString(text: string): string {
  const escaped = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === "\\") {
      return `\\${character}`;
    }
    const isPrintable = code >= 0x20 && code < 0x7f;
    return isPrintable ? character : code > 0xffff ? unicode("U", code, 8) : unicode("u", code, 4);
  });
  // A CI system would obey ::error:: and ##[group] in a job's log.
  return `"${escaped.join("").replace(/::/g, "\\u003a:").replace(/##/g, "\\u0023#")}"`;
}

function unicode(letter: string, code: number, digits: number): string {
  return `\\${letter}${code.toString(16).padStart(digits, "0")}`;
}
