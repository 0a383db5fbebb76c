import { jsonReply, type Reply } from "./reply";

/**
 * Which of Twilio's two published shapes an error has: `twilio` is `{code, message, more_info, status}`, `rfc9457` is
 * `{type, title, status, code, detail, instance}`.
 * @example
 * const emulator = await startEmulator();
 * const format: ErrorFormat = "rfc9457";
 * emulator.errorFormat = format;
 */
export type ErrorFormat = "twilio" | "rfc9457";

/** An error that the API answers with. */
export interface ApiFailure {
  readonly status: number;
  /** Twilio's error code, such as 20404. */
  readonly code: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The failure in the words of that format. `instance` is the request's id, which that shape can carry in its body. */
export function errorReply(failure: ApiFailure, format: ErrorFormat, requestId: string): Reply {
  const page = `https://www.twilio.com/docs/errors/${failure.code}`;
  if (format === "twilio") {
    const { code, message, status } = failure;
    return jsonReply(status, { code, message, more_info: page, status }, failure.headers);
  }
  const problem = {
    type: page,
    title: failure.message,
    status: failure.status,
    code: failure.code,
    detail: failure.message,
    instance: requestId,
    errors: [],
  };
  return jsonReply(failure.status, problem, failure.headers, "application/problem+json");
}

export const authenticationFailed: ApiFailure = {
  status: 401,
  code: 20003,
  message: "Authenticate",
  headers: { "WWW-Authenticate": 'Basic realm="Twilio API"' },
};

export function notFound(path: string): ApiFailure {
  return { status: 404, code: 20404, message: `The requested resource ${path} was not found` };
}

export function methodNotAllowed(allowed: readonly string[]): ApiFailure {
  return { status: 405, code: 20004, message: "Method not allowed", headers: { Allow: allowed.join(", ") } };
}

export function invalidParameter(message: string): ApiFailure {
  return { status: 400, code: 20001, message };
}

export const tooManyConcurrentRequests: ApiFailure = {
  status: 429,
  code: 20429,
  message: "Too Many Requests",
};

export const bodyTooLarge: ApiFailure = { status: 413, code: 20001, message: "The request body is too large" };
