import { requestLog } from "../../../provider/output/stack/request-log";
import { debugLog } from "../support/debug-log";

const sent = debugLog();

test("the log tells of a request that the program gives up, and does not wait for it any more", () => {
  const log = requestLog("a read");
  log({ kind: "attempt", attempt: 1, maxAttempts: 4 });
  expect(sent).toEqual([]);
  log({ kind: "aborted", attempt: 1, seconds: 0.25 });
  expect(sent).toEqual(["a read: attempt 1 of at most 4\na read: attempt 1 was given up after 0.3 s"]);
  requestLog("another read")({ kind: "waiting", attempt: 1, seconds: 1, reason: "Twilio answered 503" });
  expect(sent.slice(1)).toEqual(["another read: attempt 1 failed (Twilio answered 503); retrying in 1.0 s"]);
});
