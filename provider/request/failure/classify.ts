// Tested by test/request/faults/statuses.test.ts
import { AttemptFailure, type Failure } from "./failure";

/**
 * The failure behind an error of Node's HTTP client, its parser or an agent. Of that error only the code is
 * kept: its text and its properties may hold anything.
 */
export function classify(error: unknown, url: URL): Failure {
  if (error instanceof AttemptFailure) {
    return error.failure;
  }
  const code = codeOf(error);
  if (code === "HPE_HEADER_OVERFLOW") {
    return { kind: "format", got: "more header data than Node allows", requestId: undefined };
  }
  if (code?.startsWith("HPE_") === true) {
    return { kind: "format", got: "something that is not HTTP", requestId: undefined };
  }
  return { kind: "network", peer: { role: "api", host: url.host }, code };
}

/** Whether the other side ended the connection. */
export function isReset(error: unknown): boolean {
  return ["ECONNRESET", "EPIPE", "ECONNABORTED"].includes(codeOf(error) ?? "");
}

function codeOf(error: unknown): string | undefined {
  const code = typeof error === "object" && error !== null && "code" in error ? error.code : undefined;
  return typeof code === "string" ? code : undefined;
}
