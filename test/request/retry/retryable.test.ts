import type { Failure, Peer } from "../../../provider/request/failure/failure";
import { isRetryable, networkFaults, retryableStatuses } from "../../../provider/request/retry/retryable";

const peer: Peer = { role: "api", host: "conversations.twilio.com" };
const status = (number: number): Failure => ({
  kind: "status",
  answer: { status: number, contentType: undefined, requestId: undefined, retryAfter: undefined, body: "" },
});
const network = (code: string | undefined): Failure => ({ kind: "network", peer, code });

test("429, 500, 502, 503 and 504 may go away, and no other status", () => {
  const all = Array.from({ length: 200 }, (_, index) => index + 400);
  expect(all.filter((each) => isRetryable(status(each)))).toEqual([429, 500, 502, 503, 504]);
  expect(retryableStatuses.size).toBe(5);
});

test.each([
  "ECONNREFUSED",
  "ECONNRESET",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND",
  "EAI_AGAIN",
  "ERR_STREAM_PREMATURE_CLOSE",
])("%s may go away", (code) => {
  expect(isRetryable(network(code))).toBe(true);
});

test.each([
  "DEPTH_ZERO_SELF_SIGNED_CERT",
  "SELF_SIGNED_CERT_IN_CHAIN",
  "UNABLE_TO_VERIFY_LEAF_SIGNATURE",
  "UNABLE_TO_GET_ISSUER_CERT_LOCALLY",
  "CERT_HAS_EXPIRED",
  "CERT_NOT_YET_VALID",
  "ERR_TLS_CERT_ALTNAME_INVALID",
  "EPROTO",
  "ERR_SSL_WRONG_VERSION_NUMBER",
  "HPE_INVALID_CONSTANT",
  "toString",
  undefined,
])("%s does not go away by itself", (code) => {
  expect(isRetryable(network(code))).toBe(false);
});

test("an attempt's timeout may go away, the deadline's does not", () => {
  expect(isRetryable({ kind: "timeout", limit: "attemptTimeout" })).toBe(true);
  expect(isRetryable({ kind: "timeout", limit: "deadline" })).toBe(false);
});

test("an answer of another form does not go away", () => {
  expect(isRetryable({ kind: "format", got: "status 204", requestId: undefined })).toBe(false);
});

test.each([
  [403, false],
  [407, false],
  [502, true],
  [503, true],
])("a proxy's own status %i: may go away? %s", (number, expected) => {
  expect(isRetryable({ kind: "proxyStatus", peer: { role: "proxy", host: "proxy:3128" }, status: number })).toBe(
    expected,
  );
});

test("each fault has words of its own, and what is about certificates never says to switch verification off", () => {
  for (const { says, steps = [] } of Object.values(networkFaults)) {
    expect(says).toMatch(/^[a-z].*[^.]$/);
    expect(steps.join(" ")).not.toMatch(/REJECT_UNAUTHORIZED|insecure/i);
  }
});
