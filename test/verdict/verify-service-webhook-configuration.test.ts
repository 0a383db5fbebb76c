import { compileExpectation } from "../../provider/expectation/compile-expectation";
import { notYetKnown } from "../../provider/expectation/not-yet-known";
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

test("an expectation that was changed since the last verdict is read again", () => {
  const path = { path: "/twilio/*" };
  const filters = ["onMessageAdded"];
  const expectation: Record<string, unknown> = { postWebhookUrl: path, filters };
  const verdict = () => verifyServiceWebhookConfiguration(live, expectation).map(({ property }) => property);
  expect(verdict()).toEqual([]);
  path.path = "/other";
  expect(verdict()).toEqual(["postWebhookUrl"]);
  path.path = "/twilio/*";
  expect(verdict()).toEqual([]);
  filters.push("onMessageUpdated");
  expect(verdict()).toEqual(["filters"]);
  filters.pop();
  expectation["method"] = "GET";
  expect(verdict()).toEqual(["method"]);
  delete expectation["method"];
  expect(verdict()).toEqual([]);
  expectation["filters"] = { 0: "onMessageAdded" };
  expect(verdict).toThrow("expect.filters.0");
  expectation["filters"] = undefined;
  expect(verdict).toThrow("expect.filters is undefined");
  expectation["filters"] = expectation;
  expect(verdict).toThrow("expect.filters.postWebhookUrl");
});

test("an expectation that is as it was is not read again", () => {
  // Only a reading looks at what a property is; a look whether it is the same value does not.
  let readings = 0;
  const only = new Proxy(["onMessageAdded"], {
    getOwnPropertyDescriptor: (target, key) => ((readings += 1), Reflect.getOwnPropertyDescriptor(target, key)),
  });
  const expectation = { filters: { only } };
  const first = verifyServiceWebhookConfiguration(live, expectation);
  expect(readings).toBeGreaterThan(0);
  readings = 0;
  expect(verifyServiceWebhookConfiguration(live, expectation)).toEqual(first);
  expect(readings).toBe(0);
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
      message: "configuration is no webhook configuration: it must be an object",
    }),
  );
});
