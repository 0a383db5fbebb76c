import fc from "fast-check";
import { backoffCeiling, decideRetry, type RetrySituation } from "../../../provider/request/retry/retry-policy";

const situation = (change: Partial<RetrySituation> = {}): RetrySituation => ({
  retryable: true,
  attempt: 1,
  maxAttempts: 5,
  retryAfter: undefined,
  remaining: 60,
  now: Date.UTC(2024, 1, 29),
  random: () => 0.5,
  ...change,
});

test("a failure that will not go away is not tried again, whatever the server asks for", () => {
  const decision = decideRetry(situation({ retryable: false, retryAfter: "0" }));
  expect(decision).toEqual({ retry: false, because: "permanent" });
});

test("the last attempt is the last, whatever the server asks for", () => {
  const decision = decideRetry(situation({ attempt: 5, retryAfter: "0" }));
  expect(decision).toEqual({ retry: false, because: "attempts" });
});

test("the backoff's ceiling is half a second at first, doubles with each attempt, and ends at eight seconds", () => {
  expect([1, 2, 3, 4, 5, 6, 100].map(backoffCeiling)).toEqual([0.5, 1, 2, 4, 8, 8, 8]);
});

const anySituation = fc.record({
  retryable: fc.boolean(),
  attempt: fc.integer({ min: 1, max: 100 }),
  maxAttempts: fc.integer({ min: 1, max: 100 }),
  retryAfter: fc.option(fc.oneof(fc.string(), fc.nat(200).map(String)), { nil: undefined }),
  remaining: fc.double({ min: -10, max: 100, noNaN: true }),
  now: fc.integer({ min: 0, max: 4_102_444_800_000 }),
  fraction: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
});

test("no wait is negative, and none outlasts the deadline", () => {
  fc.assert(
    fc.property(anySituation, ({ fraction, ...rest }) => {
      const decision = decideRetry({ ...rest, random: () => fraction });
      if (decision.retry) {
        expect(decision.wait).toBeGreaterThanOrEqual(0);
        expect(decision.wait).toBeLessThan(rest.remaining);
        expect(rest.retryable).toBe(true);
        expect(rest.attempt).toBeLessThan(rest.maxAttempts);
      }
    }),
  );
});

test("jitter is full: every part of the ceiling can be the wait, from nothing at all", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 20 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, fraction) => {
        const decision = decideRetry(situation({ attempt, maxAttempts: 100, random: () => fraction }));
        expect(decision).toEqual({ retry: true, wait: fraction * backoffCeiling(attempt) });
      },
    ),
  );
});

test("a wait that the server asks for is neither shortened nor jittered", () => {
  fc.assert(
    fc.property(fc.nat(59), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (seconds, fraction) => {
      const decision = decideRetry(situation({ retryAfter: String(seconds), random: () => fraction }));
      expect(decision).toEqual({ retry: true, wait: seconds });
    }),
  );
});

test("a wait that would outlast the deadline is not begun, and the decision tells whose wait it was", () => {
  expect(decideRetry(situation({ retryAfter: "60" }))).toEqual({
    retry: false,
    because: "deadline",
    wait: 60,
    asked: true,
  });
  expect(decideRetry(situation({ remaining: 0.25 }))).toEqual({
    retry: false,
    because: "deadline",
    wait: 0.25,
    asked: false,
  });
});
