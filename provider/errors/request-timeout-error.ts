import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/**
 * Twilio did not answer in time.
 * @example
 * if (error instanceof RequestTimeoutError) {
 *   console.error(error.limit, error.seconds); // deadline 60
 * }
 */
export class RequestTimeoutError extends TwilioConversationsError {
  /** Which limit ran out: one attempt's, or that of the read as a whole. */
  readonly limit: "attemptTimeout" | "deadline";
  /** That limit, in seconds. */
  readonly seconds: number;

  constructor(
    limit: "attemptTimeout" | "deadline",
    seconds: number,
    summary: string,
    remediationSteps: readonly string[] = [],
  ) {
    super(summary, remediationSteps);
    this.limit = limit;
    this.seconds = seconds;
  }
}
brand(RequestTimeoutError, "RequestTimeoutError");

/**
 * Whether `error` is a {@link RequestTimeoutError}.
 * @example
 * if (isRequestTimeoutError(error)) {
 *   console.error(`no answer within ${error.seconds} seconds`);
 * }
 */
export function isRequestTimeoutError(error: unknown): error is RequestTimeoutError {
  return isBranded(error, "RequestTimeoutError");
}
