// Tested by test/report/html/browser.test.ts
import { displayedLines, displayedText } from "../../text/displayed-text";

/** Text that is markup. Only {@link markup} makes it of something else. */
export class Markup {
  constructor(readonly text: string) {}
}

/** A part of a page: texts are escaped, markup stays, and of null and undefined nothing is left. */
export type Part = Markup | string | number | null | undefined | readonly Part[];

/** No markup at all. */
export const nothing = new Markup("");

/** A template of markup. Whatever is put into it is escaped, unless it is markup itself. */
export function markup(template: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  return new Markup(template.reduce((text, next, index) => text + textOf(parts[index - 1]) + next));
}

/** A message of one or several lines in which names are escaped already; never for an attribute. */
export function message(text: string): Markup {
  // Between elements a quotation mark may stay as it is, and messages are full of them.
  return new Markup(
    displayedLines(text)
      .map((line) => escaped(line, /[&<>]/g))
      .join("\n"),
  );
}

function textOf(part: Part): string {
  if (part === null || part === undefined) {
    return "";
  }
  if (part instanceof Markup) {
    return part.text;
  }
  if (typeof part === "string") {
    // Most texts are plain, and a report of many services has tens of thousands.
    return /^[\w ./,;()[\]-]*$/.test(part) ? part : escaped(displayedText(part));
  }
  return typeof part === "number" ? String(part) : part.map(textOf).join("");
}

/** Attributes with texts from outside are in double quotes: an apostrophe ends nothing. */
const references: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string, characters = /[&<>"]/g): string {
  return text.replace(characters, (character) => references[character] ?? "");
}
