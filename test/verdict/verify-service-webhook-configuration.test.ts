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
  const readings = jest.spyOn(Reflect, "getOwnPropertyDescriptor");
  try {
    const expectation = { filters: { only: ["onMessageAdded"] } };
    const first = verifyServiceWebhookConfiguration(live, expectation);
    expect(readings).toHaveBeenCalled();
    readings.mockClear();
    expect(verifyServiceWebhookConfiguration(live, expectation)).toEqual(first);
    expect(readings).not.toHaveBeenCalled();
  } finally {
    readings.mockRestore();
  }
});

test.each<[change: string, message: string, make: (expectation: ServiceWebhookExpectation, list: string[]) => void]>([
  ["a hole in a list", "expect.filters has a hole", (_expectation, list) => Reflect.deleteProperty(list, 0)],
  ["a class", "expect is an object of class Date", (expectation) => Object.setPrototypeOf(expectation, Date.prototype)],
])("an expectation that is no longer plain data is an error: %s", (_change, message, make) => {
  const filters = ["onMessageAdded", "onMessageUpdated"];
  const expectation: ServiceWebhookExpectation = { filters };
  verifyServiceWebhookConfiguration(live, expectation);
  make(expectation, filters);
  expect(() => verifyServiceWebhookConfiguration(live, expectation)).toThrow(message);
});

test("an expectation with a proxy in it is read at every call", () => {
  const { proxy, revoke } = Proxy.revocable(["onMessageAdded"], {});
  const expectation = { filters: proxy };
  expect(verifyServiceWebhookConfiguration(live, expectation)).toEqual([]);
  revoke();
  expect(() => verifyServiceWebhookConfiguration(live, expectation)).toThrow(
    "expect.filters could not be read as plain data",
  );
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
      message: "configuration is no webhook configuration: it must be an object",
    }),
  );
});
