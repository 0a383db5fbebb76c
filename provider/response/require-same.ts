// Tested by test/response/service-webhook-configuration.test.ts
import { isSameSid } from "../service-sid/same-sid";
import type { ReadContext } from "./field-table";
import { fieldFormatError } from "./format-error";

/**
 * Refuses an answer that is about another SID than `wanted`, which `what` names. Null says nothing, so it contradicts
 * nothing.
 * @throws ResponseFormatError
 */
export function requireSame(
  field: string,
  got: string | null,
  wanted: string | undefined,
  what: string,
  context: ReadContext,
): void {
  if (got !== null && wanted !== undefined && !isSameSid(got, wanted)) {
    const name = (context.within ?? "") + field;
    throw fieldFormatError(context.subject, name, `expected ${what}; got another one`, context.requestId);
  }
}
