// For a value in a command that a person copies into a shell.

import { withoutCommands } from "./workflow-command";

/**
 * A text as one word of a POSIX shell's command line, which the shell does not interpret in any way. If it has other
 * characters than printable ASCII, or a command for a CI system, they are escaped in the `$'…'` form of bash and zsh, so
 * that the line shows what it does.
 */
export function shellWord(text: string): string {
  if (/^[\w@%+=:,./-]+$/.test(text)) {
    return text;
  }
  if (/^[\x20-\x7e]*$/.test(text) && withoutCommands(text) === text) {
    return `'${text.replaceAll("'", `'\\''`)}'`;
  }
  const bytes = [...Buffer.from(text, "utf8")];
  return `$'${bytes.map(escapedByte).join("")}'`;
}

function escapedByte(byte: number): string {
  const character = String.fromCharCode(byte);
  if (character === "'" || character === "\\") {
    return `\\${character}`;
  }
  // A number sign may begin a command for a CI system, which reads it in a job's log.
  return byte >= 0x20 && byte <= 0x7e && character !== "#" ? character : `\\x${byte.toString(16).padStart(2, "0")}`;
}
