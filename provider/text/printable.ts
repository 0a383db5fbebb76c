// Tested by test/text/workflow-command.test.ts
import { withoutCommands } from "./workflow-command";

/** A value that JSON can hold. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/**
 * A value as one line of printable ASCII in JSON's notation. Everything else is escaped, so that a value from outside
 * cannot steer a terminal or a CI system, and so that a Cyrillic letter, an invisible character or a reversed word shows
 * as what it is.
 */
export function printableJson(value: Json): string {
  return withoutCommands(
    JSON.stringify(value).replace(
      /[^\x20-\x7e]/g,
      (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`,
    ),
  );
}

/** A text, escaped as in {@link printableJson}, without quotes. */
export function printableText(text: string): string {
  return withoutCommands(printableJson(text).slice(1, -1));
}

/** The same for a text of any length, of which about `limit` characters are shown. */
export function shortened(text: string, limit = 300): string {
  return text.length <= limit
    ? printableText(text)
    : `${printableText(text.slice(0, limit))}... (${text.length.toLocaleString("en-US")} characters)`;
}
