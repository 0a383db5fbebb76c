// Tested by test/text/workflow-command.test.ts
import { withoutCommands } from "./workflow-command";

/**
 * A name from outside as a terminal or a job's log may show it: letters of any language stay, and what could steer the
 * terminal, turn or hide a part of the line, or be obeyed as a command, is escaped as in JSON. So is a backslash that
 * looks like the start of such an escape: what is shown can be read back.
 */
export function displayedText(text: string): string {
  return displayedLine(text.replace(/\\(?=u[0-9a-f]{4})/g, "\\u005c"));
}

/** The same for a message of several lines, in which names are escaped already. */
export function displayedLines(text: string): readonly string[] {
  return text.split(/\r?\n/).map(displayedLine);
}

function displayedLine(text: string): string {
  return withoutCommands(escapedControls(text));
}

/** The text with JSON's escapes for control characters, and for whatever turns or hides a part of a line. */
export function escapedControls(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}]/gu, (character) =>
    character
      .split("")
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`)
      .join(""),
  );
}
