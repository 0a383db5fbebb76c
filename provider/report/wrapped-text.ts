// Tested by test/report/table.test.ts
import { beginsCommand, withoutDoubleColons } from "../text/workflow-command";

interface StringWidth {
  default(text: string): number;
}
interface WrapAnsi {
  default(text: string, columns: number, options: { readonly hard: boolean; readonly trim: boolean }): string;
}

/** How many columns of a terminal a text takes: two for a Chinese character, none for a combining one. */
export function widthOf(text: string): number {
  return (require("#string-width") as StringWidth).default(text);
}

/**
 * The lines of a text, each with at most so many columns; undefined: one line. None of them begins with the `::` of a
 * CI system's command, wherever the text was broken.
 */
export function wrapped(text: string, width: number | undefined): readonly string[] {
  if (width === undefined || widthOf(text) <= width) {
    return [text];
  }
  const lines = broken(text, width);
  return lines.some(beginsCommand) ? broken(withoutDoubleColons(text), width) : lines;
}

function broken(text: string, width: number): readonly string[] {
  const { default: wrap } = require("#wrap-ansi") as WrapAnsi;
  const [first = "", ...others] = wrap(text, width, { hard: true, trim: false }).split("\n");
  return [first.trimEnd(), ...others.map((line) => line.trim())];
}

/** The text and spaces up to that width. */
export function padded(text: string, width: number): string {
  return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
