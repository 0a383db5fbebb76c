import type { Answer } from "./answer";
import { answerFormatError } from "./format-error";
import { kindOf } from "../text/kind-of";

/**
 * The JSON object that is the answer's whole body.
 * @throws ResponseFormatError that says what was expected and what kind of thing came. The body is never in it.
 */
export function parseJsonObject(answer: Answer, subject: string): Record<string, unknown> {
  const value = parseJson(answer, subject);
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw answerFormatError(subject, `${kindOf(value)} in JSON`, answer.requestId);
  }
  return value as Record<string, unknown>;
}

function parseJson(answer: Answer, subject: string): unknown {
  if (answer.status !== 200) {
    throw answerFormatError(subject, `status ${answer.status}`, answer.requestId);
  }
  if (!isJsonType(answer.contentType)) {
    throw answerFormatError(subject, `content of type ${mediaType(answer.contentType) ?? "unknown"}`, answer.requestId);
  }
  if (answer.body.trim() === "") {
    throw answerFormatError(subject, "an empty body", answer.requestId);
  }
  if (answer.body.startsWith("\uFEFF")) {
    throw answerFormatError(subject, "a byte order mark before the JSON", answer.requestId);
  }
  try {
    return JSON.parse(answer.body);
  } catch {
    // The parser's own message quotes the body.
    throw answerFormatError(
      subject,
      `${answer.body.length} characters that are not JSON, or not all of it`,
      answer.requestId,
    );
  }
}

/** No type at all is taken as JSON: the body then decides. */
function isJsonType(contentType: string | undefined): boolean {
  return contentType === undefined || /^(?:application|text)\/(?:[\w.-]+\+)?json$/.test(mediaType(contentType) ?? "");
}

/** `application/json` of `application/json; charset=utf-8`; undefined for what is not a media type. */
function mediaType(contentType: string | undefined): string | undefined {
  return /^\s*([\w.+-]{1,40}\/[\w.+-]{1,40})\s*(?:;|$)/.exec(contentType ?? "")?.[1]?.toLowerCase();
}
