// Tested by test/response/service-webhook-configuration.test.ts
import { isSameSid } from "../service-sid/same-sid";
import { ResponseFormatError } from "../errors/response-format-error";
import type { AccountContext } from "./account-context";
import type { ReadContext } from "./field-table";
import { fieldFormatError, requestIdLine } from "./format-error";

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

/**
 * Refuses an answer that is about another account than the one of the credentials.
 * @throws ResponseFormatError
 */
export function requireAccount(got: string | null, context: AccountContext): void {
  const { accountSid, describeOtherAccount, within = "", subject, requestId } = context;
  if (got !== null && accountSid !== undefined && describeOtherAccount !== undefined && !isSameSid(got, accountSid)) {
    const { problem, steps } = describeOtherAccount(got);
    throw new ResponseFormatError(`${within}account_sid`, requestId, `${subject} could not be read: ${problem}`, [
      ...steps,
      ...requestIdLine(requestId),
    ]);
  }
  requireSame("account_sid", got, accountSid, "the account of the credentials used", context);
}
