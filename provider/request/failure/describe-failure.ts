// Tested by test/request/faults/statuses.test.ts
import type { Failure, Peer } from "./failure";
import { networkFaults } from "../retry/retryable";

/** A failure in a few words: `Twilio answered 503`, `127.0.0.1:8080 refused the connection (ECONNREFUSED)`. */
export function describeFailure(failure: Failure, apiHost: string): string {
  switch (failure.kind) {
    case "status":
      return `Twilio answered ${failure.answer.status}`;
    case "network":
      return `${peerName(failure.peer)} ${networkWords(failure.code)}`;
    case "proxyStatus":
      return `${peerName(failure.peer)} ${proxyWords(failure.status, apiHost)}`;
    case "timeout":
      return failure.limit === "attemptTimeout"
        ? `${apiHost} did not answer in full within the attempt timeout`
        : `${apiHost} did not answer in full before the deadline`;
    case "format":
      return `the answer was ${failure.got}`;
  }
}

function networkWords(code: string | undefined): string {
  const says = networkFaults[code ?? ""]?.says ?? "could not be reached: the connection failed";
  // Codes are Node's and OpenSSL's own; anything else is not a code.
  return code !== undefined && /^[A-Z][A-Z0-9_]{1,60}$/.test(code) ? `${says} (${code})` : says;
}

function proxyWords(status: number, apiHost: string): string {
  return status === 407
    ? "requires a valid user name and password (407)"
    : `refused to connect to ${apiHost} (${status})`;
}

function peerName({ role, host }: Peer): string {
  return role === "proxy" ? `the proxy ${host}` : host;
}
