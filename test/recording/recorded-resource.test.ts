import { notYetKnown } from "../../provider/expectation/reading/not-yet-known";
import { digestsOf, unknownInput } from "../../provider/recording/judged-inputs";
import { check, create, diff as difference, update } from "../../provider/recording/recorded-resource";

const inputs = { chatServiceSid: "IS1", method: "POST", filters: ["onMessageAdded"], preWebhookUrl: null };
const passed = JSON.stringify({ failure: null, of: { chatServiceSid: "IS1" } });

test("check takes out what only tells it what the read came to", () => {
  expect(check({ ...inputs, __read: passed })).toEqual({ inputs });
  const named = { ...inputs, account: "eu", expect: { method: "POST" } };
  const judged = JSON.stringify({
    failure: null,
    of: { chatServiceSid: "IS1", account: "eu", judged: digestsOf(named) },
  });
  expect(check({ ...named, __read: judged })).toEqual({ inputs: named });
});

test("check fails with the reason, naming no property, since the engine would print that property's value", () => {
  expect(check({ ...inputs, __read: JSON.stringify({ failure: "it broke" }) })).toEqual({
    inputs,
    failures: [{ property: "", reason: "it broke" }],
  });
});

test("check lets pass what is not known yet in preview", () => {
  expect(check({ ...inputs, __read: unknownInput }).failures).toBeUndefined();
});

const nothingTold = ["", "passed", "null", "1", "[]", "{}", '{"failure":0}', '{"failure":{}}', '{"failure":null'];

test.each([undefined, null, {}, 1, [], { failure: null, of: { chatServiceSid: "IS1" } }, ...nothingTold])(
  "check is closed where it is not told what the read came to: %j",
  (outcome) => {
    const { failures } = check({ ...inputs, __read: outcome });
    expect(failures?.[0]?.reason).toContain("ignoreChanges");
  },
);

test("check is closed where all that was read is missing, since no policy would judge it", () => {
  const { failures } = check({ chatServiceSid: "IS1", __read: passed });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("does a transform take it out?") }]);
});

test("check is closed where nothing was read, since what the resource waits for has failed", () => {
  const { failures } = check({ chatServiceSid: "IS1", expect: { method: "POST" } });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("that this one waits for has failed") }]);
});

test.each<[what: string, changed: object, outcome: object]>([
  ["another service", { chatServiceSid: "IS2" }, { failure: null, of: { chatServiceSid: "IS1" } }],
  ["another account", { account: "eu" }, { failure: null, of: { chatServiceSid: "IS1" } }],
  ["no account", {}, { failure: null, of: { chatServiceSid: "IS1", account: "eu" } }],
  ["a service that it is not told of", {}, { failure: null }],
  ["a service that it is told nothing of", {}, { failure: null, of: null }],
])("check is closed where %s stands in the place of what was read", (_what, changed, outcome) => {
  const { failures } = check({ ...inputs, ...changed, __read: JSON.stringify(outcome) });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("is not what was read") }]);
});

test.each([
  ["expect", { method: "POST" }, "webhookExpectationPolicy"],
  ["rules", "recommended", "webhookRulesPolicy"],
])("check is closed where there is an input %s by which nothing was judged", (input, value, policy) => {
  const { failures } = check({ ...inputs, [input]: value, __read: passed });
  expect(failures?.[0]).toEqual({ property: "", reason: expect.stringContaining("nothing was judged by it") });
  expect(failures?.[0]?.reason).toContain(`${input} was not given by the program`);
  expect(failures?.[0]?.reason).toContain(policy);
});

describe("What was judged", () => {
  const judged = {
    ...inputs,
    url: null,
    rules: "recommended",
    expect: { method: ["POST", null], filters: { includes: ["onMessageAdded"] } },
  };
  const told = (known: object = judged) =>
    JSON.stringify({
      failure: null,
      of: { chatServiceSid: "IS1", judged: digestsOf(known as Record<string, unknown>) },
    });

  test("passes as it is, whatever the order of an object's keys", () => {
    const expectation = { filters: { includes: ["onMessageAdded"] }, method: ["POST", null] };
    expect(check({ ...judged, expect: expectation, __read: told() }).failures).toBeUndefined();
  });

  test("passes with the parts of the expectation that are not known yet in preview", () => {
    const registered = { ...judged, expect: { method: unknownInput }, enforcement: unknownInput };
    const known = { ...judged, expect: { method: notYetKnown }, enforcement: notYetKnown };
    expect(check({ ...registered, __read: told(known) }).failures).toBeUndefined();
    expect(check({ ...judged, enforcement: unknownInput, __read: told() }).failures).toHaveLength(1);
  });

  test.each<[property: string, registered: object]>([
    ["expect", { expect: { method: "GET" } }],
    ["expect", { expect: { method: ["POST"], filters: { includes: ["onMessageAdded"] } } }],
    ["expect", { expect: { method: [null, "POST"], filters: { includes: ["onMessageAdded"] } } }],
    [
      "expect",
      {
        expect: [
          ["method", ["POST", null]],
          ["filters", { includes: ["onMessageAdded"] }],
        ],
      },
    ],
    ["expect", { expect: undefined }],
    ["expect", { expect: unknownInput }],
    ["rules", { rules: "off" }],
    ["rules", { rules: { "tunnel-host": "off" } }],
    ["rules", { rules: undefined }],
    ["enforcement", { enforcement: "advisory" }],
    ["enforcement", { enforcement: null }],
    ["preWebhookUrl", { preWebhookUrl: "https://other.example.com" }],
    ["postWebhookUrl", { postWebhookUrl: null }],
    ["filters", { filters: [] }],
    ["filters", { filters: null }],
    ["method", { method: "GET" }],
    ["method", { method: unknownInput }],
    ["accountSid", { accountSid: "AC1" }],
    ["url", { url: "https://other.example.com" }],
  ])("is refused if a transform or ignoreChanges has put another %s in its place: %j", (property, registered) => {
    const { failures } = check({ ...judged, ...registered, __read: told() });
    expect(failures).toEqual([{ property: "", reason: expect.stringMatching(new RegExp(`^${property} is not what`)) }]);
    expect(failures?.[0]?.reason).not.toContain("other.example.com");
  });

  test("binds nothing if nothing was judged: a record may ignore changes", () => {
    const { failures } = check({ ...inputs, method: "GET", __read: passed });
    expect(failures).toBeUndefined();
  });
});

test("diff finds a change of any value, and replaces for another service alone", () => {
  const olds = { ...inputs, __provider: "old" };
  const diff = (news: object) => difference(olds, { ...inputs, ...news, __provider: "new" });
  expect(diff({})).toEqual({ changes: false, replaces: [] });
  expect(diff({ filters: ["onMessageAdded"] })).toMatchObject({ changes: false });
  expect(diff({ method: "GET" })).toEqual({ changes: true, replaces: [] });
  expect(diff({ filters: null })).toMatchObject({ changes: true });
  expect(diff({ expect: { method: "POST" } })).toMatchObject({ changes: true });
  expect(diff({ chatServiceSid: "IS2" })).toEqual({ changes: true, replaces: ["chatServiceSid"] });
});

test("create records the inputs under the service's SID, and update the new ones", () => {
  expect(create(inputs)).toEqual({ id: "IS1", outs: inputs });
  expect(update(inputs)).toEqual({ outs: inputs });
});
