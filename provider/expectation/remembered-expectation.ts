import { isList } from "../text/kind-of";
import { compileExpectation } from "./compile-expectation";
import type { CompiledExpectation } from "./compiled-expectation";
import { deepestExpectation, readList, readObject } from "./reading/plain-data";

// A program has a handful of expectations. What none of them has is not worth a place.
const mostRemembered = 64;
const longestText = 10_000;

/** By what the expectation says, never by the object that says it: a program may change that. */
const remembered = new Map<string, CompiledExpectation>();

/**
 * Reads an expectation, unless one that says the same was read before: a program may give the same one for each of many
 * configurations.
 * @throws {InvalidInputError} as `compileExpectation` does
 */
export function rememberedExpectation(expectation: unknown): CompiledExpectation {
  const text = dataText(expectation, 0);
  if (text === undefined || text.length > longestText) {
    return compileExpectation(expectation);
  }
  const known = remembered.get(text);
  if (known !== undefined) {
    return known;
  }
  // Of the text, not of the object: a getter could have two answers.
  const compiled = compileExpectation(JSON.parse(text));
  if (remembered.size >= mostRemembered) {
    const [oldest = ""] = remembered.keys();
    remembered.delete(oldest);
  }
  remembered.set(text, compiled);
  return compiled;
}

/** The value as JSON; undefined if that would not say all of it, as of `undefined`, a hole or an object of a class. */
function dataText(value: unknown, depth: number): string | undefined {
  switch (typeof value) {
    case "string":
      return quoted(value);
    case "boolean":
      return value ? "true" : "false";
    case "object":
      return value === null ? "null" : partsText(value, depth + 1);
    default:
      return undefined;
  }
}

function quoted(text: string): string {
  return /[^\x20-\x21\x23-\x5b\x5d-\x7e]/.test(text) ? JSON.stringify(text) : `"${text}"`;
}

function partsText(value: object, depth: number): string | undefined {
  const read = isList(value) ? readList(value) : readObject(value);
  if ("problem" in read || depth > deepestExpectation) {
    return undefined;
  }
  return "items" in read
    ? joined("[", read.items, (item) => dataText(item, depth), "]")
    : joined("{", read.entries, ([key, part]) => keyed(key, dataText(part, depth)), "}");
}

function keyed(key: string, text: string | undefined): string | undefined {
  return text === undefined ? undefined : `${quoted(key)}:${text}`;
}

/** All texts between two brackets; undefined if one of them is. */
function joined<Part>(
  open: string,
  parts: readonly Part[],
  textOf: (part: Part) => string | undefined,
  close: string,
): string | undefined {
  let all = "";
  for (const part of parts) {
    const text = textOf(part);
    if (text === undefined) {
      return undefined;
    }
    all += all === "" ? text : `,${text}`;
  }
  return open + all + close;
}
