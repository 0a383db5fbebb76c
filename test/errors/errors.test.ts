import { inspect } from "node:util";
import * as errors from "../../provider/index";

const step = "Do this.";
const made = {
  InvalidInputError: new errors.InvalidInputError("chatServiceSid", "it is wrong", [step]),
  ConfigurationError: new errors.ConfigurationError("eu", "it is wrong", [step]),
  TwilioApiError: new errors.TwilioApiError(
    { status: 404, code: 20404, twilioMessage: "Not found", moreInfo: "https://example.com/20404", requestId: "RQ1" },
    "it is wrong",
    [step],
  ),
  NetworkError: new errors.NetworkError("example.com", "ECONNREFUSED", "it is wrong", [step]),
  RequestTimeoutError: new errors.RequestTimeoutError("deadline", 60, "it is wrong", [step]),
  ResponseFormatError: new errors.ResponseFormatError("method", "RQ1", "it is wrong", [step]),
};
const names = Object.keys(made) as (keyof typeof made)[];

const guards = {
  InvalidInputError: errors.isInvalidInputError,
  ConfigurationError: errors.isConfigurationError,
  TwilioApiError: errors.isTwilioApiError,
  NetworkError: errors.isNetworkError,
  RequestTimeoutError: errors.isRequestTimeoutError,
  ResponseFormatError: errors.isResponseFormatError,
};

describe.each(names)("%s", (name) => {
  test("has a guard that knows it and no other", () => {
    expect(names.filter((other) => guards[name](made[other]))).toEqual([name]);
    expect([undefined, null, "", new Error("it is wrong"), {}].filter((value) => guards[name](value))).toEqual([]);
    expect(errors.isTwilioConversationsError(made[name])).toBe(true);
  });

  test("is an Error with its own name, whose message ends in the remediation steps", () => {
    expect(made[name]).toBeInstanceOf(Error);
    expect(made[name].name).toBe(name);
    expect(made[name].message).toBe("it is wrong\n  Do this.");
    expect(made[name].remediationSteps).toEqual([step]);
  });

  test("shows no stack frames, since Pulumi prints the stack of an error that nobody handles", () => {
    expect(made[name].stack).toBe(`${name}: it is wrong\n  Do this.`);
    expect(inspect(made[name])).not.toMatch(/^\s+at /m);
  });

  test("is known to the guard of another copy of the package", () => {
    jest.isolateModules(() => {
      const other = jest.requireActual<typeof errors>("../../provider/index");
      expect(other[name]).not.toBe(errors[name]);
      expect((other[`is${name}`] as (error: unknown) => boolean)(made[name])).toBe(true);
      expect(made[name]).not.toBeInstanceOf(other[name]);
    });
  });

  test("keeps its documented properties in JSON", () => {
    expect(JSON.parse(JSON.stringify(made[name]))).toMatchObject({ name, message: made[name].message });
  });
});

test("A TwilioApiError has what Twilio said in properties of their own", () => {
  expect(JSON.parse(JSON.stringify(made.TwilioApiError))).toEqual({
    name: "TwilioApiError",
    message: "it is wrong\n  Do this.",
    status: 404,
    code: 20404,
    twilioMessage: "Not found",
    moreInfo: "https://example.com/20404",
    requestId: "RQ1",
  });
});
