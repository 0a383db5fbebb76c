// Tested by test/request/retry/retryable.test.ts
import type { Answer } from "../../response/answer";

/** Who failed: the API's host, or the proxy on the way to it; with a port if it is not the default one. */
export interface Peer {
  readonly role: "api" | "proxy";
  readonly host: string;
}

/** How an attempt failed. Data alone: no error or request object of the HTTP library is ever kept. */
export type Failure =
  /** The server answered with an error status. */
  | { readonly kind: "status"; readonly answer: Answer }
  /** No whole answer came; `code` is the system's. */
  | { readonly kind: "network"; readonly peer: Peer; readonly code: string | undefined }
  /** The proxy answered the CONNECT itself, with this status. */
  | { readonly kind: "proxyStatus"; readonly peer: Peer; readonly status: number }
  /** The attempt timeout, or what was left of the deadline, ran out. */
  | { readonly kind: "timeout"; readonly limit: "attemptTimeout" | "deadline" }
  /** An answer that cannot be taken; `got` says what came, never its content. */
  | { readonly kind: "format"; readonly got: string; readonly requestId: string | undefined };

/** Thrown within this folder to end an attempt; what leaves the folder is made of the failure's data. */
export class AttemptFailure extends Error {
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind);
    this.failure = failure;
  }
}
