import { isList } from "../../text/kind-of";
import { readList, readObject } from "./plain-data";
import type { Json } from "../../text/printable";

/**
 * A copy of plain data that nobody can change, for what is handed out: an expectation is read once, and what it expects
 * stands in every violation.
 */
export function frozenCopy(value: unknown): Json {
  if (typeof value !== "object" || value === null) {
    return value as Json;
  }
  // What was found to be plain data before is so again, unless it is a proxy: of that, this much is plain.
  if (isList(value)) {
    const read = readList(value);
    return Object.freeze("items" in read ? read.items.map(frozenCopy) : []);
  }
  const read = readObject(value);
  return Object.freeze(
    Object.fromEntries("entries" in read ? read.entries.map(([key, part]) => [key, frozenCopy(part)]) : []),
  );
}
