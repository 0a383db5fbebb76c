// Tested by test/request/faults/statuses.test.ts
import type { Answer } from "../response/answer";
import { AttemptFailure, type Failure } from "./failure/failure";
import { failureError, slotTimeoutError, type ReadSituation } from "./failure/failure-error";
import { describeFailure } from "./failure/describe-failure";
import type { RequestEvent } from "./request-event";
import type { RequestSettings } from "./request-settings";
import { decideRetry } from "./retry/retry-policy";
import { isRetryable } from "./retry/retryable";
import { SlotTimeout, type Slot, type SlotOutcome, type SlotQueue } from "./slots/slot-queue";
import { wait } from "./retry/wait";

/** The time that an attempt has, and the limit it comes from. */
export interface AttemptLimit {
  /** In seconds. */
  readonly timeout: number;
  readonly limit: "attemptTimeout" | "deadline";
}

/** One read: what to send, and how to go on when that fails. */
export interface ReadPlan extends Pick<
  ReadSituation,
  "subject" | "account" | "settingName" | "apiHost" | "credentials" | "proxyHost" | "redact"
> {
  readonly settings: RequestSettings;
  readonly queue: SlotQueue;
  /** Makes one attempt. Rejects with {@link AttemptFailure}, or with the signal's reason. */
  readonly send: (limit: AttemptLimit) => Promise<Answer>;
  readonly signal: AbortSignal | undefined;
  readonly onEvent: (event: RequestEvent) => void;
  /** A number from 0 up to, but not including, 1. */
  readonly random: () => number;
}

/**
 * Sends a request until it is answered, or until what it fails of will not go away, the attempts are used up or the
 * deadline is near. While it waits, others have its slot.
 * @throws every error of this package that a request can end with; the signal's reason if that is aborted.
 */
export async function read(plan: ReadPlan): Promise<Answer> {
  const { settings, queue, signal, onEvent, random } = plan;
  let situation: ReadSituation = { ...plan, attempt: 0, before: undefined };
  let slot = await acquireSlot(queue, { patience: settings.deadline, again: false, signal }, situation);
  const started = performance.now();
  const remaining = () => settings.deadline - (performance.now() - started) / 1000;
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await tryOnce(plan, slot, attempt, remaining());
    if ("answer" in outcome) {
      return outcome.answer;
    }
    const { failure } = outcome;
    situation = { ...situation, attempt };
    const decision = decideRetry({
      retryable: isRetryable(failure),
      attempt,
      maxAttempts: settings.maxAttempts,
      retryAfter: failure.kind === "status" ? failure.answer.retryAfter : undefined,
      remaining: remaining(),
      now: Date.now(),
      random,
    });
    if (!decision.retry) {
      throw failureError(failure, decision, situation);
    }
    const before = describeFailure(failure, plan.apiHost);
    onEvent({ kind: "waiting", attempt, seconds: decision.wait, reason: before });
    await wait(decision.wait, signal);
    situation = { ...situation, before };
    slot = await acquireSlot(queue, { patience: remaining(), again: true, signal }, situation);
  }
}

type Outcome = { readonly answer: Answer } | { readonly failure: Failure };

async function tryOnce(plan: ReadPlan, slot: Slot, attempt: number, remaining: number): Promise<Outcome> {
  const { settings, onEvent } = plan;
  const started = performance.now();
  const seconds = () => (performance.now() - started) / 1000;
  let end: SlotOutcome = "failed";
  try {
    onEvent({ kind: "attempt", attempt, maxAttempts: settings.maxAttempts });
    const answer = await plan.send(
      remaining < settings.attemptTimeout
        ? { timeout: Math.max(0, remaining), limit: "deadline" }
        : { timeout: settings.attemptTimeout, limit: "attemptTimeout" },
    );
    const { status, requestId } = answer;
    onEvent({ kind: "answered", attempt, status, requestId, seconds: seconds() });
    const failure: Failure | undefined = status >= 400 ? { kind: "status", answer } : undefined;
    end = status === 429 ? "refused" : failure !== undefined && isRetryable(failure) ? "failed" : "served";
    return failure === undefined ? { answer } : { failure };
  } catch (error) {
    if (!(error instanceof AttemptFailure)) {
      onEvent({ kind: "aborted", attempt, seconds: seconds() });
      throw error;
    }
    const { failure } = error;
    onEvent({ kind: "failed", attempt, reason: describeFailure(failure, plan.apiHost), seconds: seconds() });
    end = failure.kind === "format" ? "served" : "failed";
    return { failure };
  } finally {
    slot.release(end);
  }
}

async function acquireSlot(
  queue: SlotQueue,
  options: Parameters<SlotQueue["acquire"]>[0],
  situation: ReadSituation,
): Promise<Slot> {
  try {
    return await queue.acquire(options);
  } catch (error) {
    throw error instanceof SlotTimeout ? slotTimeoutError(situation) : error;
  }
}
