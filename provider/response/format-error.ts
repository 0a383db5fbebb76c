// Tested by test/response/json-object.test.ts
import { ResponseFormatError } from "../errors/response-format-error";

/** The error for an answer that is wrong as a whole; `got` says what came, and must not quote it. */
export function answerFormatError(subject: string, got: string, requestId: string | undefined): ResponseFormatError {
  return new ResponseFormatError(
    undefined,
    requestId,
    `${subject} could not be read: expected status 200 with a JSON object; got ${got}`,
    [
      "Something other than Twilio may have answered: check the base URL and any proxy on the way.",
      ...requestIdLine(requestId),
    ],
  );
}

/** The error for one field that is wrong; `what` must not contain its value. */
export function fieldFormatError(
  subject: string,
  field: string,
  what: string,
  requestId: string | undefined,
): ResponseFormatError {
  return new ResponseFormatError(
    field,
    requestId,
    `${subject} could not be read: the answer's field ${field} is not as documented: ${what}`,
    requestIdLine(requestId),
  );
}

/** The line that names the request for Twilio's support. */
export function requestIdLine(requestId: string | undefined): readonly string[] {
  return requestId === undefined ? [] : [`Twilio's request id: ${requestId}`];
}
