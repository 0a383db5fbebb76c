import { isList } from "../../text/kind-of";
import type { Json } from "../../text/printable";

/**
 * A copy of plain data that nobody can change, for what is handed out: an expectation is read once, and what it expects
 * stands in every violation.
 */
export function frozenCopy(value: unknown): Json {
  if (typeof value !== "object" || value === null) {
    return value as Json;
  }
  return Object.freeze(
    isList(value)
      ? value.map(frozenCopy)
      : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, frozenCopy(part)])),
  );
}
