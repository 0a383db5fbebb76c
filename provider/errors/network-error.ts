import { brand, isBranded } from "./branding";
import { TwilioConversationsError } from "./twilio-conversations-error";

/**
 * No whole answer came: the host was not reached, or the connection broke.
 * @example
 * if (error instanceof NetworkError) {
 *   console.error(error.host, error.code); // conversations.twilio.com ECONNREFUSED
 * }
 */
export class NetworkError extends TwilioConversationsError {
  /** The host that failed, the API's or a proxy's on the way there; with its port if it is not the default one. */
  readonly host: string;
  /** The system's code for the cause, such as `ECONNREFUSED`; undefined if it gave none. */
  readonly code: string | undefined;

  constructor(host: string, code: string | undefined, summary: string, remediationSteps: readonly string[] = []) {
    super(summary, remediationSteps);
    this.host = host;
    this.code = code;
  }
}
brand(NetworkError, "NetworkError");

/**
 * Whether `error` is a {@link NetworkError}.
 * @example
 * const mayGoAway = isNetworkError(error) || isRequestTimeoutError(error);
 */
export function isNetworkError(error: unknown): error is NetworkError {
  return isBranded(error, "NetworkError");
}
