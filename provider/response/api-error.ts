import { TwilioApiError } from "../errors/twilio-api-error";
import type { Answer } from "./answer";
import { stepsForStatus, type RefusedCredentials } from "./api-error-steps";
import { cleanText } from "../text/clean-text";

/** Further facts about a refusal. */
export interface ApiErrorContext {
  /** Follows the status: ` in attempt 5 of 5`. */
  readonly ordinal?: string;
  /** Why it is not sent again, a line each; none where that goes without saying. */
  readonly givenUp?: readonly string[];
  /** The credentials that were used; undefined if nobody knows. */
  readonly credentials?: RefusedCredentials | undefined;
  /** Takes credentials out of what the server said. */
  readonly redact?: (text: string) => string;
}

/**
 * The error for an answer whose status is not a success, in either of the forms that Twilio publishes: `code`,
 * `message`, `more_info`, or RFC 9457's `title`, `detail`, `type` with Twilio's `code`. A body in neither form (a
 * gateway's HTML page) leaves those fields undefined.
 * @see https://www.twilio.com/docs/usage/twilios-response#response-formats-exceptions
 */
export function toApiError(answer: Answer, subject: string, context: ApiErrorContext = {}): TwilioApiError {
  const redact = context.redact ?? ((text: string) => text);
  const text = (value: unknown): string | undefined =>
    typeof value === "string" ? cleanText(redact(value)) || undefined : undefined;
  const body = jsonObject(answer.body);
  const details = {
    status: answer.status,
    code: errorCode(body["code"]),
    twilioMessage: text(body["message"]) ?? text(body["detail"]) ?? text(body["title"]),
    moreInfo: webPage(text(body["more_info"])) ?? webPage(text(body["type"])),
    requestId: text(answer.requestId),
  };
  return new TwilioApiError(
    details,
    [
      `${subject} could not be read: Twilio answered ${details.status}`,
      details.code === undefined ? "" : ` (code ${details.code})`,
      context.ordinal ?? "",
      details.twilioMessage === undefined ? "" : `: ${details.twilioMessage}`,
    ].join(""),
    [
      ...(context.givenUp ?? []),
      ...stepsForStatus(details.status, context.credentials),
      ...(details.moreInfo === undefined ? [] : [`More on this error: ${details.moreInfo}`]),
      ...(details.requestId === undefined ? [] : [`Twilio's request id: ${details.requestId}`]),
    ],
  );
}

function jsonObject(body: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

function errorCode(value: unknown): number | undefined {
  const code = typeof value === "string" && /^\d{1,9}$/.test(value) ? Number(value) : value;
  return typeof code === "number" && Number.isSafeInteger(code) && code >= 0 ? code : undefined;
}

/** RFC 9457 allows `type` to be `about:blank` or relative: only a web page helps a reader. */
function webPage(text: string | undefined): string | undefined {
  return text !== undefined && /^https?:\/\/\S+$/.test(text) ? text : undefined;
}
