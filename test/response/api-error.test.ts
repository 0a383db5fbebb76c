import fc from "fast-check";
import type { Answer } from "../../provider/response/answer";
import { toApiError } from "../../provider/response/api-error";

const answer = (body: unknown, change: Partial<Answer> = {}): Answer => ({
  status: 404,
  contentType: "application/json",
  requestId: "RQ1",
  retryAfter: undefined,
  body: typeof body === "string" ? body : JSON.stringify(body),
  ...change,
});
const older = {
  code: 20404,
  message: "It was not found",
  more_info: "https://www.twilio.com/docs/errors/20404",
  status: 404,
};
const newer = {
  type: "https://www.twilio.com/docs/errors/20404",
  title: "Not Found",
  status: 404,
  code: 20404,
  detail: "It was not found",
  instance: "/v1/Services/IS1",
  errors: [{ detail: "x", pointer: "#/y" }],
};

test.each([older, newer])("both published forms say the same", (body) => {
  const error = toApiError(answer(body), "the configuration");
  expect(error).toMatchObject({
    status: 404,
    code: 20404,
    twilioMessage: "It was not found",
    moreInfo: "https://www.twilio.com/docs/errors/20404",
    requestId: "RQ1",
  });
  expect(error.summary).toBe("the configuration could not be read: Twilio answered 404 (code 20404): It was not found");
  expect(error.remediationSteps.at(-2)).toBe("More on this error: https://www.twilio.com/docs/errors/20404");
  expect(error.remediationSteps.at(-1)).toBe("Twilio's request id: RQ1");
});

test("a problem without detail has its title as the message", () => {
  const { detail: _left, ...body } = newer;
  expect(toApiError(answer(body), "it").twilioMessage).toBe("Not Found");
});

test("a problem of no particular type has no page to read", () => {
  expect(toApiError(answer({ ...newer, type: "about:blank" }), "it").moreInfo).toBeUndefined();
});

test.each(["", "<html>Service unavailable</html>", "[]", "null", "5", '{"message":'])(
  "a body in neither form (%j) leaves status and request id, and is not repeated",
  (body) => {
    const error = toApiError(answer(body, { status: 418 }), "it");
    expect(error).toMatchObject({ status: 418, code: undefined, twilioMessage: undefined, moreInfo: undefined });
    expect(error.message).toBe("it could not be read: Twilio answered 418\n  Twilio's request id: RQ1");
  },
);

test.each([
  ["20404", 20404],
  ["E20404", undefined],
  [0, 0],
  ["1234567890", undefined],
  [1.5, undefined],
  [[20404], undefined],
  [-1, undefined],
  [{}, undefined],
  [null, undefined],
])("the code %j is %s", (code, expected) => {
  expect(toApiError(answer({ ...older, code }), "it").code).toBe(expected);
});

test.each([
  ["https://www.twilio.com/docs/errors/20404", true],
  ["http://example.com", true],
  ["see https://example.com", false],
  ["https://example.com is down", false],
  ["ftp://example.com", false],
])("where more is to be read at %j, that is said if it is a web page: %s", (page, isPage) => {
  const { moreInfo, message } = toApiError(answer({ ...older, more_info: page }), "it");
  expect(moreInfo).toBe(isPage ? page : undefined);
  expect(message.includes(`\n  More on this error: ${page}`)).toBe(isPage);
});

test.each([
  [401, /auth token that was rotated.*\n.*work.* in one region only/],
  [403, /do not have permission to read this/],
  [404, /belong to the account.*\n.*base URL/],
  [429, /too many requests at once/],
  [500, /status\.twilio\.com/],
  [503, /status\.twilio\.com/],
])("an answer %i comes with what its reader can do", (status, steps) => {
  const { remediationSteps } = toApiError(answer({}, { status, requestId: undefined }), "it");
  expect(remediationSteps.join("\n")).toMatch(steps);
});

test("An answer 401, 403 or 404 says which credentials were used, and speaks of regions only if that was an API key", () => {
  const steps = (status: number, isApiKey: boolean) =>
    toApiError(answer({}, { status }), "it", { credentials: { isApiKey, line: "Credentials used: X." } }).message;
  for (const status of [401, 403, 404]) {
    expect(steps(status, true)).toContain("\n  Credentials used: X.\n");
  }
  expect(steps(400, true)).not.toContain("Credentials used");
  expect(steps(503, true)).not.toContain("Credentials used");
  expect(steps(401, true)).toContain("in one region only");
  expect(steps(401, false)).not.toContain("region");
});

test("an answer that nothing is known of comes without steps", () => {
  expect(toApiError(answer({}, { status: 499, requestId: undefined }), "it").message).toBe(
    "it could not be read: Twilio answered 499",
  );
});

test("the attempt and the reason for giving up are said where they are known", () => {
  const error = toApiError(answer({}, { status: 503 }), "it", {
    ordinal: " in attempt 5 of 5",
    givenUp: ["No time is left."],
  });
  expect(error.summary).toBe("it could not be read: Twilio answered 503 in attempt 5 of 5");
  expect(error.remediationSteps[0]).toBe("No time is left.");
});

test("all of a server's words go through the redaction", () => {
  const redact = (text: string) => text.replaceAll("hunter2", "[secret]");
  const body = { code: 1, message: "no hunter2", more_info: "https://example.com/hunter2" };
  const error = toApiError(answer(body, { requestId: "RQhunter2" }), "it", { redact });
  expect(`${error.message}${JSON.stringify(error)}`).not.toContain("hunter2");
  expect(error.requestId).toBe("RQ[secret]");
});

test("whatever a server says, the message is printable, of a bounded length, and begins with the subject", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 2000 }), fc.integer({ min: 400, max: 599 }), (text, status) => {
      const body = { code: text, message: text, more_info: `https://${text}`, title: text, detail: text, type: text };
      const { message } = toApiError(answer(body, { status, requestId: text }), "it");
      expect(message.startsWith(`it could not be read: Twilio answered ${status}`)).toBe(true);
      expect(message).not.toMatch(/[^\P{Cc}\n]/u);
      expect(message.length).toBeLessThan(2000);
    }),
  );
});
