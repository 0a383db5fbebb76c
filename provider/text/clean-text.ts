// For what a server said, in a message or a log: one line, shortened, with everything unprintable taken out.

import { withoutCommands } from "./workflow-command";

/** Characters that a terminal must not get: control characters, escape sequences, marks that turn the writing direction. */
const unprintable = /\u001b\[[0-9;?]*[ -/]*[@-~]|[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Co}]+/gu;

/**
 * Text from outside as one printable line of at most `limit` characters, so that a server cannot colour a terminal,
 * forge a line of a log, command a CI system or fill a screen.
 */
export function cleanText(text: string, limit = 300): string {
  // Only a part is looked at: the text may be a megabyte long, and no more than `limit` of it is shown.
  const line = withoutCommands(
    text
      .slice(0, limit * 8)
      .replace(unprintable, " ")
      .replace(/\s+/g, " ")
      .trim(),
  );
  const characters = [...line];
  return characters.length > limit ? `${characters.slice(0, limit - 1).join("")}…` : line;
}
