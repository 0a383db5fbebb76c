import fc from "fast-check";
import { isResponseFormatError } from "../../provider/errors/response-format-error";
import type { Answer } from "../../provider/response/answer";
import { parseJsonObject } from "../../provider/response/json-object";

const answer = (change: Partial<Answer> = {}): Answer => ({
  status: 200,
  contentType: "application/json",
  requestId: "RQ1",
  retryAfter: undefined,
  body: '{"a":1}',
  ...change,
});

function messageOf(change: Partial<Answer>): string {
  try {
    parseJsonObject(answer(change), "the configuration");
  } catch (error) {
    expect(isResponseFormatError(error)).toBe(true);
    return (error as Error).message;
  }
  throw new Error("it was taken");
}

test.each([
  "application/json",
  "application/json; charset=utf-8",
  "Application/JSON;charset=UTF-8",
  "application/vnd.twilio.v1+json",
  "text/json",
  undefined,
])("a JSON object of the type %s is taken", (contentType) => {
  expect(parseJsonObject(answer({ contentType }), "the configuration")).toEqual({ a: 1 });
});

test.each([
  ["text/html; charset=utf-8", "text/html"],
  ["text/plain", "text/plain"],
  ["application/jsonp", "application/jsonp"],
  ["x.application/json", "x.application/json"],
  ["application/json, text/html", "unknown"],
  ["", "unknown"],
  ["\u001b[31m", "unknown"],
  [`text/${"x".repeat(1000)}`, "unknown"],
])("the content type %j is refused, and named where it is one", (contentType, named) => {
  expect(messageOf({ contentType })).toContain(
    `the configuration could not be read: expected status 200 with a JSON object; got content of type ${named}\n`,
  );
});

test.each([201, 202, 203, 204, 205, 206, 226, 299])(
  "status %i is refused, although its body is a JSON object",
  (status) => {
    expect(messageOf({ status })).toContain(`got status ${status}`);
  },
);

test.each([
  ["", "an empty body"],
  [" \n", "an empty body"],
  ["\uFEFF{}", "a byte order mark before the JSON"],
  ['{"a":', "5 characters that are not JSON, or not all of it"],
  ["<html>", "6 characters that are not JSON, or not all of it"],
  ["[]", "a list in JSON"],
  ["5", "a number in JSON"],
  ['"x"', "a string in JSON"],
  ["true", "a boolean in JSON"],
  ["null", "null in JSON"],
])("the body %j is refused", (body, got) => {
  expect(messageOf({ body })).toContain(`got ${got}`);
});

test("the error says what may have answered instead, and the request id where there is one", () => {
  const said =
    "the configuration could not be read: expected status 200 with a JSON object; got an empty body\n" +
    "  Something other than Twilio may have answered: check the base URL and any proxy on the way.";
  expect(messageOf({ body: "" })).toBe(`${said}\n  Twilio's request id: RQ1`);
  expect(messageOf({ body: "", requestId: undefined })).toBe(said);
});

test("JSON that is nested without end is an error like any other", () => {
  expect(messageOf({ body: "[".repeat(500_000) })).toContain("that are not JSON");
});

test("a key by the name of __proto__ is a key like any other", () => {
  const object = parseJsonObject(answer({ body: '{"__proto__":{"filters":[]}}' }), "the configuration");
  expect("filters" in object).toBe(false);
});

test("no body is repeated in the error", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 30 }), (body) => {
      fc.pre(!/^\s*\{/.test(body));
      expect(messageOf({ body })).not.toContain(body);
    }),
  );
});
