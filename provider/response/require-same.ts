import type { ReadContext } from "./field-table";
import { fieldFormatError } from "./format-error";

/**
 * Refuses an answer that is about something else than `wanted`, which `what` names. Hex digits are the same in either
 * case; null says nothing, so it contradicts nothing.
 * @throws ResponseFormatError
 */
export function requireSame(
  field: string,
  got: string | null,
  wanted: string | undefined,
  what: string,
  context: ReadContext,
): void {
  if (got !== null && wanted !== undefined && got.toLowerCase() !== wanted.toLowerCase()) {
    const name = (context.within ?? "") + field;
    throw fieldFormatError(context.subject, name, `expected ${what}; got another one`, context.requestId);
  }
}
