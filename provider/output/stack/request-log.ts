import * as pulumi from "@pulumi/pulumi";
import type { RequestEvent } from "../../request/request-event";
import { debugLines } from "./debug-lines";

/** For how long a read may be retried before a person is told, in seconds. */
const patience = 3;

/**
 * Tells Pulumi's log what happens during one read: all of it at debug level, and once, at the normal level, that a read
 * which takes its time is being retried. The notice is given on the stack and names what it is for, because a notice on
 * a resource would wait for that resource's own inputs.
 * @param what What is being read, such as `ServiceWebhookConfiguration "chat"`.
 * @param notice Shared by reads of which one notice is enough.
 */
export function requestLog(what: string, notice = { isGiven: false }): (event: RequestEvent) => void {
  const started = performance.now();
  const debug = debugLines();
  return (event) => {
    if (event.kind === "attempt") {
      debug.begin();
    }
    debug.add(`${what}: ${describe(event)}`);
    if (event.kind === "answered" || event.kind === "failed" || event.kind === "aborted") {
      debug.end();
    }
    if (
      !notice.isGiven &&
      event.kind === "waiting" &&
      (performance.now() - started) / 1000 + event.seconds > patience
    ) {
      notice.isGiven = true;
      void pulumi.log.info(`still reading ${what}: ${event.reason}; retrying in ${rounded(event.seconds)} s`);
    }
  };
}

function describe(event: RequestEvent): string {
  switch (event.kind) {
    case "attempt":
      return `attempt ${event.attempt} of at most ${event.maxAttempts}`;
    case "waiting":
      return `attempt ${event.attempt} failed (${event.reason}); retrying in ${rounded(event.seconds)} s`;
    case "answered":
      return (
        `attempt ${event.attempt} was answered with ${event.status} after ${rounded(event.seconds)} s` +
        (event.requestId === undefined ? "" : `, Twilio's request id ${event.requestId}`)
      );
    case "failed":
      return `attempt ${event.attempt} failed: ${event.reason}`;
    case "aborted":
      return `attempt ${event.attempt} was given up after ${rounded(event.seconds)} s`;
  }
}

function rounded(seconds: number): string {
  return seconds < 10 ? seconds.toFixed(1) : seconds.toFixed(0);
}
