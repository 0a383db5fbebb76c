/**
 * A name from outside as a terminal may show it: letters of any language stay, and what could steer the terminal, or
 * turn or hide a part of the line, is escaped.
 */
export function displayedText(text: string): string {
  return text.replace(
    /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]/gu,
    (character) => `\\u${(character.codePointAt(0) ?? 0).toString(16).padStart(4, "0")}`,
  );
}

/** The same for a text of several lines. */
export function displayedLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map(displayedText);
}
