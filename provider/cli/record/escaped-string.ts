// Tested by test/cli/record-command.test.ts
/** A text as Python and Go have it between quotes, in printable ASCII. */
export function escapedString(text: string): string {
  const escaped = [...text].map((character) => {
    const code = character.codePointAt(0) ?? 0;
    if (character === '"' || character === "\\") {
      return `\\${character}`;
    }
    if (code >= 0x20 && code < 0x7f && character !== ":" && character !== "#") {
      return character;
    }
    // What a CI system would obey in a job's log, such as ::error::, is escaped where two of them meet.
    return character === ":" || character === "#"
      ? character
      : code > 0xffff
        ? unicode("U", code, 8)
        : unicode("u", code, 4);
  });
  return `"${escaped.join("").replace(/::/g, "\\u003a:").replace(/##/g, "\\u0023#")}"`;
}

function unicode(letter: string, code: number, digits: number): string {
  return `\\${letter}${code.toString(16).padStart(digits, "0")}`;
}
