import { parseRetryAfter } from "./retry-after";

/** The longest wait before the second attempt, in seconds; it doubles with each further one. */
const firstBackoff = 0.5;
/** The longest wait that the backoff comes to, in seconds. */
const longestBackoff = 8;

/** The facts that the decision depends on. */
export interface RetrySituation {
  /** Whether the failure may go away. */
  readonly retryable: boolean;
  /** How many attempts were made. */
  readonly attempt: number;
  readonly maxAttempts: number;
  /** The `Retry-After` header of the answer, where there was one. */
  readonly retryAfter: string | undefined;
  /** The rest of the deadline, in seconds. */
  readonly remaining: number;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
}

/** The decision after a failed attempt; waits in seconds. */
export type RetryDecision =
  | { readonly retry: true; readonly wait: number }
  | { readonly retry: false; readonly because: "permanent" | "attempts" }
  /** The wait would outlast the deadline; `asked` if the server asked for that wait. */
  | { readonly retry: false; readonly because: "deadline"; readonly wait: number; readonly asked: boolean };

/**
 * Whether to try again, and after which wait: the one that the server asks for, else a random part of an exponentially
 * growing one ("full jitter": clients that failed together do not come back together). The deadline wins over both: a
 * wait that would outlast it is not begun.
 */
export function decideRetry(situation: RetrySituation): RetryDecision {
  const { retryable, attempt, maxAttempts, retryAfter, remaining, now, random } = situation;
  if (!retryable) {
    return { retry: false, because: "permanent" };
  }
  if (attempt >= maxAttempts) {
    return { retry: false, because: "attempts" };
  }
  const asked = parseRetryAfter(retryAfter, now);
  const wait = asked ?? random() * backoffCeiling(attempt);
  if (wait >= remaining) {
    return { retry: false, because: "deadline", wait, asked: asked !== undefined };
  }
  return { retry: true, wait };
}

/** The longest wait after that many failed attempts, in seconds. */
export function backoffCeiling(attempt: number): number {
  return Math.min(longestBackoff, firstBackoff * 2 ** (attempt - 1));
}
