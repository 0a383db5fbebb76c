import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import type { ServiceWebhookExpectation } from "../../provider/expectation/service-webhook-expectation";
import type { JudgedConfiguration } from "../../provider/verdict/judge";
import { verifyServiceWebhookConfiguration } from "../../provider/verdict/verify-service-webhook-configuration";

const live: JudgedConfiguration = {
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/twilio/post",
  method: "POST",
  filters: ["onMessageAdded"],
  accountSid: `AC${"0".repeat(32)}`,
};

test("no violation means that the expectation holds", () => {
  expect(
    verifyServiceWebhookConfiguration(live, { postWebhookUrl: { host: "*.example.com" }, method: ["POST", null] }),
  ).toEqual([]);
});

test("an expectation that was read before is taken as well", () => {
  expect(verifyServiceWebhookConfiguration(live, compileExpectation({ method: "GET" }))).toHaveLength(1);
});

test("An expectation that was compiled stays as it was, whatever is done to it afterwards", () => {
  const filters = ["onMessageAdded"];
  const expectation = { filters, method: ["POST"] as ("GET" | "POST")[], postWebhookUrl: { path: "/twilio/*" } };
  const compiled = compileExpectation(expectation);
  expectation.filters.push("onMessageUpdated");
  expectation.method[0] = "GET";
  expectation.postWebhookUrl.path = "/other";
  expect(verifyServiceWebhookConfiguration(live, compiled)).toEqual([]);
  expect(verifyServiceWebhookConfiguration(live, expectation)).toHaveLength(3);
  expect(Object.isFrozen(compiled)).toBe(true);
});

test("what a program does with a violation changes neither later ones nor its expectation", () => {
  const method = ["GET"] as const;
  const expectation: ServiceWebhookExpectation = {
    method,
    filters: ["onMessageUpdated"],
    postWebhookUrl: { host: ["a.example"], pattern: { source: "^http:" } },
  };
  const first = verifyServiceWebhookConfiguration(live, expectation);
  const expected = JSON.stringify(first);
  expect(first).toHaveLength(4);
  for (const violation of first) {
    expect(() => Object.assign(violation.expected as object, { 0: "HACK", source: "HACK" })).toThrow(TypeError);
  }
  expect(JSON.stringify(verifyServiceWebhookConfiguration(live, expectation))).toBe(expected);
  expect(first.find(({ property }) => property === "method")?.expected).not.toBe(method);
  expect(Object.isFrozen(method)).toBe(false);
});

test.each([null, undefined, "GET"])("%j is no expectation", (expectation) => {
  expect(() => verifyServiceWebhookConfiguration(live, expectation as unknown as ServiceWebhookExpectation)).toThrow(
    "expect is not a valid expectation: expect must be an object",
  );
});

test("an expectation that is not valid is an error at every call", () => {
  const expectation = { method: undefined } as unknown as ServiceWebhookExpectation;
  expect(() => verifyServiceWebhookConfiguration(live, expectation)).toThrow("expect.method is undefined");
  expect(() => verifyServiceWebhookConfiguration(live, expectation)).toThrow("expect.method is undefined");
  expect(() => verifyServiceWebhookConfiguration(live, {})).toThrow("expect is empty");
});

test("nothing is verified by an expectation of which a part is not known yet", () => {
  const expectation = { method: "POST", filters: notYetKnown } as unknown as ServiceWebhookExpectation;
  expect(() => verifyServiceWebhookConfiguration(live, expectation)).toThrow("expect.filters is not known yet");
});

test.each([null, undefined, "configuration"])("the configuration %p is an error", (configuration) => {
  const verify = () =>
    verifyServiceWebhookConfiguration(configuration as unknown as JudgedConfiguration, { method: "POST" });
  expect(verify).toThrow(
    expect.objectContaining({
      argument: "configuration",
      message: "configuration is not a webhook configuration: it must be an object",
    }),
  );
});
