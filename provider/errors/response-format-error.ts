import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/**
 * An answer came, but not in the form that the endpoint's reference documents. Its content is never in the message.
 * @example
 * if (error instanceof ResponseFormatError) {
 *   console.error(error.field, error.requestId); // pre_webhook_url RQ…
 * }
 */
export class ResponseFormatError extends TwilioConversationsError {
  /** The field that was wrong, by its name on the wire; undefined if the answer as a whole was. */
  readonly field: string | undefined;
  /** The `Twilio-Request-Id` header, if the answer had one. */
  readonly requestId: string | undefined;

  constructor(
    field: string | undefined,
    requestId: string | undefined,
    summary: string,
    remediationSteps: readonly string[] = [],
  ) {
    super(summary, remediationSteps);
    this.field = field;
    this.requestId = requestId;
  }
}
brand(ResponseFormatError, "ResponseFormatError");

/**
 * Whether `error` is a {@link ResponseFormatError}.
 * @example
 * if (isResponseFormatError(error)) {
 *   console.error(error.field ?? "the answer as a whole");
 * }
 */
export function isResponseFormatError(error: unknown): error is ResponseFormatError {
  return isBranded(error, "ResponseFormatError");
}
