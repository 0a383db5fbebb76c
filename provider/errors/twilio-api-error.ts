import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/**
 * Twilio's answer when it refused; each field but `status` only if the answer had it.
 * @example
 * const describe = ({ status, code, twilioMessage }: TwilioApiErrorDetails) => `${status} ${code} ${twilioMessage}`;
 */
export interface TwilioApiErrorDetails {
  /** HTTP status, such as 404. */
  readonly status: number;
  /** Twilio's error code, such as 20404. */
  readonly code: number | undefined;
  /** Twilio's own words. */
  readonly twilioMessage: string | undefined;
  /** The page that Twilio names for its code. */
  readonly moreInfo: string | undefined;
  /** The `Twilio-Request-Id` header: the name of the request that Twilio's support asks for. */
  readonly requestId: string | undefined;
}

/**
 * Twilio answered with an error.
 * @see https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
 * @example
 * if (error instanceof TwilioApiError) {
 *   console.error(error.status, error.code, error.requestId); // 404 20404 RQ…
 * }
 */
export class TwilioApiError extends TwilioConversationsError implements TwilioApiErrorDetails {
  readonly status: number;
  readonly code: number | undefined;
  readonly twilioMessage: string | undefined;
  readonly moreInfo: string | undefined;
  readonly requestId: string | undefined;

  constructor(details: TwilioApiErrorDetails, summary: string, remediationSteps: readonly string[] = []) {
    super(summary, remediationSteps);
    this.status = details.status;
    this.code = details.code;
    this.twilioMessage = details.twilioMessage;
    this.moreInfo = details.moreInfo;
    this.requestId = details.requestId;
  }
}
brand(TwilioApiError, "TwilioApiError");

/**
 * Whether `error` is a {@link TwilioApiError}.
 * @example
 * const isGone = isTwilioApiError(error) && error.status === 404;
 */
export function isTwilioApiError(error: unknown): error is TwilioApiError {
  return isBranded(error, "TwilioApiError");
}
