import { expectTypeOf } from "expect-type";
import fc from "fast-check";
import { isResponseFormatError } from "../../provider/errors/response-format-error";
import {
  parseServiceWebhookConfiguration,
  serviceWebhookConfigurationFields,
  type ServiceWebhookConfigurationWire,
} from "../../provider/response/service-webhook-configuration";

const chatServiceSid = `IS${"a".repeat(32)}`;
const accountSid = `AC${"a".repeat(32)}`;
const context = { subject: "the webhook configuration", chatServiceSid, accountSid, requestId: "RQ1" };

/** The endpoint's two documented examples. */
const configuredExample = {
  url: `https://conversations.twilio.com/v1/Services/${chatServiceSid}/Configuration/Webhooks`,
  method: "POST",
  filters: ["onMessageRemove", "onParticipantAdd"],
  account_sid: accountSid,
  pre_webhook_url: "https://www.example.com/pre",
  chat_service_sid: chatServiceSid,
  post_webhook_url: "https://www.example.com/post",
};
const neverConfiguredExample = {
  ...configuredExample,
  method: null,
  filters: null,
  pre_webhook_url: null,
  post_webhook_url: null,
};

function errorOf(object: Record<string, unknown>, changed = {}): Error & { field?: unknown } {
  try {
    parseServiceWebhookConfiguration(object, { ...context, ...changed });
  } catch (error) {
    expect(isResponseFormatError(error)).toBe(true);
    return error as Error;
  }
  throw new Error("it was taken");
}

test("the wire type is that of the field table", () => {
  expectTypeOf<ServiceWebhookConfigurationWire>().toEqualTypeOf<{
    readonly account_sid: string | null;
    readonly chat_service_sid: string | null;
    readonly pre_webhook_url: string | null;
    readonly post_webhook_url: string | null;
    readonly filters: string[] | null;
    readonly method: "GET" | "POST" | null;
    readonly url: string | null;
  }>();
});

test.each([configuredExample, neverConfiguredExample])("a documented example is taken as it is", (example) => {
  expect(parseServiceWebhookConfiguration(example, context)).toEqual(example);
});

test("every field may be null", () => {
  const nothing = Object.fromEntries(Object.keys(serviceWebhookConfigurationFields).map((name) => [name, null]));
  expect(parseServiceWebhookConfiguration(nothing, context)).toEqual(nothing);
});

const judgedFields = Object.keys(serviceWebhookConfigurationFields).filter((name) => name !== "url");

test.each(judgedFields)("without the field %s the answer is no webhook configuration", (name) => {
  const { [name]: _left, ...others } = configuredExample as Record<string, unknown>;
  const error = errorOf(others);
  expect(error.field).toBe(name);
  expect(error.message).toContain(`the answer's field ${name} is not as documented: expected `);
  expect(error.message).toContain("got no such field");
});

test("a field that an object only inherits is absent", () => {
  expect(errorOf(Object.create(configuredExample) as Record<string, unknown>).message).toContain("got no such field");
});

test("further fields are no fault, and are not handed on", () => {
  const wire = parseServiceWebhookConfiguration({ ...configuredExample, target: "webhook", colour: 1 }, context);
  expect(wire).toEqual(configuredExample);
});

const wrongKinds: [kind: string, value: unknown][] = [
  ["a number", 4711],
  ["a boolean", true],
  ["an object", { secret: "hunter2" }],
  ["a list", [4711]],
];
const stringFields = ["account_sid", "chat_service_sid", "pre_webhook_url", "post_webhook_url", "method", "url"];

describe.each(stringFields)("%s", (name) => {
  test.each(wrongKinds)("that is %s is a fault that says so", (kind, value) => {
    const error = errorOf({ ...configuredExample, [name]: value });
    expect(error.field).toBe(name);
    expect(error.message).toMatch(new RegExp(`${name} is not as documented: expected .*, or null; got ${kind}\n`));
    expect(error.message).not.toMatch(/4711|hunter2/);
  });
});

test.each(["account_sid", "chat_service_sid", "method"])(
  "%s that is a string of another form is a fault, and the string stays unsaid",
  (name) => {
    const error = errorOf({ ...configuredExample, [name]: "hunter2 hunter2" });
    expect(error.message).toContain("got a string of another form");
    expect(error.message).not.toContain("hunter2");
  },
);

test.each([
  ["a string", "onMessageAdd", "got a string"],
  ["an object", {}, "got an object"],
  ["a list with a number in it", ["onMessageAdd", 5], "got a list with a number in it"],
  ["a list with null in it", [null], "got a list with null in it"],
  ["a list with a list in it", [["onMessageAdd"]], "got a list with a list in it"],
])("filters that are %s are a fault that says so", (_kind, filters, says) => {
  expect(errorOf({ ...configuredExample, filters }).message).toContain(`expected a list of strings, or null; ${says}`);
});

test("a filter that nobody documented is handed on", () => {
  const filters = ["onUserUpdated", "onSomethingNew", ""];
  expect(parseServiceWebhookConfiguration({ ...configuredExample, filters }, context).filters).toEqual(filters);
});

test.each([
  ["get", "GET"],
  ["Post", "POST"],
  ["GET", "GET"],
])("the method %s is %s", (given, method) => {
  expect(parseServiceWebhookConfiguration({ ...configuredExample, method: given }, context).method).toBe(method);
});

test.each(["PUT", "GET ", "POST\n", "gett", "widget"])("the method %j is a fault", (method) => {
  expect(errorOf({ ...configuredExample, method }).message).toContain("expected GET or POST, or null");
});

test.each([
  "https://example.com/a?b=c#d",
  "https://münchen.example/",
  "/relative",
  "hooks.example.com/x",
  "//example.com/x",
  " https://example.com",
  "https://exa mple.com",
  "https://a\n.b",
  "https://",
  " ",
])("The URL %j is handed on as it came: whoever judges it must see what is set", (url) => {
  const given = { ...configuredExample, pre_webhook_url: url, post_webhook_url: url, url };
  expect(parseServiceWebhookConfiguration(given, context)).toEqual(given);
});

test.each(stringFields)("An empty %s means that it is not set", (name) => {
  const wire = parseServiceWebhookConfiguration({ ...configuredExample, [name]: "" }, context);
  expect(wire).toEqual({ ...configuredExample, [name]: null });
});

test("The link of the resource to itself may be absent", () => {
  const { url: _url, ...others } = configuredExample;
  expect(parseServiceWebhookConfiguration(others, context)).toEqual({ ...others, url: null });
});

test.each([
  `IS${"a".repeat(31)}`,
  `IS${"a".repeat(33)}`,
  `is${"a".repeat(32)}`,
  `AC${"a".repeat(32)}`,
  `IS${"g".repeat(32)}`,
  `${chatServiceSid}\n`,
  `IS${"٣".repeat(32)}`,
])("%j is no service SID", (sid) => {
  expect(errorOf({ ...configuredExample, chat_service_sid: sid }).field).toBe("chat_service_sid");
});

test("another service than the one asked for is a fault, and neither SID is said", () => {
  const other = `IS${"b".repeat(32)}`;
  const error = errorOf({ ...configuredExample, chat_service_sid: other });
  expect(error.field).toBe("chat_service_sid");
  expect(error.message).toContain("expected the service asked for; got another one");
  expect(error.message).not.toContain(other);
});

test("another account than that of the credentials is a fault", () => {
  const error = errorOf({ ...configuredExample, account_sid: `AC${"b".repeat(32)}` });
  expect(error.field).toBe("account_sid");
  expect(error.message).toContain("expected the account of the credentials used; got another one");
});

test("where the credentials do not name the account, any will do", () => {
  const other = { ...configuredExample, account_sid: `AC${"b".repeat(32)}` };
  expect(parseServiceWebhookConfiguration(other, { ...context, accountSid: undefined })).toEqual(other);
});

test("hex digits mean the same in capitals", () => {
  const shouted = { ...configuredExample, chat_service_sid: `IS${"A".repeat(32)}` };
  expect(parseServiceWebhookConfiguration(shouted, context)).toEqual(shouted);
});

test("the error has the request id, for Twilio's support", () => {
  expect(errorOf({}).message).toContain("Twilio's request id: RQ1");
  expect(errorOf({}, { requestId: undefined }).message).not.toContain("request id");
});

test("whatever comes is taken as documented, or refused with a typed error that does not repeat it", () => {
  const value = fc.oneof(
    fc.string(),
    fc.webUrl(),
    fc.constant(null),
    fc.integer(),
    fc.jsonValue(),
    fc.constantFrom("get", "POST"),
  );
  const names = Object.keys(serviceWebhookConfigurationFields);
  fc.assert(
    fc.property(fc.record(Object.fromEntries(names.map((name) => [name, value])), { requiredKeys: [] }), (change) => {
      const object: Record<string, unknown> = { ...configuredExample, ...change };
      try {
        const wire = parseServiceWebhookConfiguration(object, context);
        const { method, url = null, ...others } = object;
        const judged = { ...others, method: typeof method === "string" ? method.toUpperCase() : null };
        const unset = Object.entries({ ...judged, url }).map(([key, value]) => [key, value === "" ? null : value]);
        expect(wire).toEqual(Object.fromEntries(unset));
      } catch (error) {
        expect(isResponseFormatError(error)).toBe(true);
        const { field } = error as { field: string };
        const given = object[field];
        if (typeof given === "string" && given.length > 60) {
          expect(String(error)).not.toContain(given);
        }
      }
    }),
  );
});
