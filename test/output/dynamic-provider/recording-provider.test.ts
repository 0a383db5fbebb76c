import { RecordingProvider } from "../../../provider/output/dynamic-provider/recording-provider";

const provider = new RecordingProvider();
const inputs = { chatServiceSid: "IS1", method: "POST", filters: ["onMessageAdded"], preWebhookUrl: null };
const passed = JSON.stringify({ failure: null, of: { chatServiceSid: "IS1", isJudged: false } });

test("check takes out what only tells it what the read came to", async () => {
  expect(await provider.check({}, { ...inputs, __read: passed })).toEqual({ inputs });
  const named = { ...inputs, account: "eu", expect: { method: "POST" } };
  const judged = JSON.stringify({ failure: null, of: { chatServiceSid: "IS1", account: "eu", isJudged: true } });
  expect(await provider.check({}, { ...named, __read: judged })).toEqual({ inputs: named });
});

test("check fails with the reason, naming no property, since the engine would print that property's value", async () => {
  expect(await provider.check({}, { ...inputs, __read: JSON.stringify({ failure: "it broke" }) })).toEqual({
    inputs,
    failures: [{ property: "", reason: "it broke" }],
  });
});

test("check lets pass what is not known yet in preview", async () => {
  const unknown = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
  expect((await provider.check({}, { ...inputs, __read: unknown })).failures).toBeUndefined();
});

const nothingTold = ["", "passed", "null", "1", "[]", "{}", '{"failure":0}', '{"failure":{}}', '{"failure":null'];

test.each([undefined, null, {}, 1, [], { failure: null, of: { chatServiceSid: "IS1" } }, ...nothingTold])(
  "check is closed where it is not told what the read came to: %j",
  async (outcome) => {
    const { failures } = await provider.check({}, { ...inputs, __read: outcome });
    expect(failures?.[0]?.reason).toContain("ignoreChanges");
  },
);

test("check is closed where all that was read is missing, since no policy would judge it", async () => {
  const { failures } = await provider.check({}, { chatServiceSid: "IS1", __read: passed });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("does a transform take it out?") }]);
});

test.each<[what: string, changed: object, outcome: object]>([
  ["another service", { chatServiceSid: "IS2" }, { failure: null, of: { chatServiceSid: "IS1", isJudged: false } }],
  ["another account", { account: "eu" }, { failure: null, of: { chatServiceSid: "IS1", isJudged: false } }],
  ["no account", {}, { failure: null, of: { chatServiceSid: "IS1", account: "eu", isJudged: false } }],
  ["a service that it is not told of", {}, { failure: null }],
  ["a service that it is told nothing of", {}, { failure: null, of: null }],
])("check is closed where %s stands in the place of what was read", async (_what, changed, outcome) => {
  const { failures } = await provider.check({}, { ...inputs, ...changed, __read: JSON.stringify(outcome) });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("is not what was read") }]);
});

test("check is closed where there is an expectation by which nothing was judged", async () => {
  const { failures } = await provider.check({}, { ...inputs, expect: { method: "POST" }, __read: passed });
  expect(failures).toEqual([{ property: "", reason: expect.stringContaining("nothing was judged by it") }]);
});

test("diff finds a change of any value, and replaces for another service alone", async () => {
  const olds = { ...inputs, __provider: "old" };
  const diff = (news: object) => provider.diff("IS1", olds, { ...inputs, ...news, __provider: "new" });
  expect(await diff({})).toEqual({ changes: false, replaces: [] });
  expect(await diff({ filters: ["onMessageAdded"] })).toMatchObject({ changes: false });
  expect(await diff({ method: "GET" })).toEqual({ changes: true, replaces: [] });
  expect(await diff({ filters: null })).toMatchObject({ changes: true });
  expect(await diff({ expect: { method: "POST" } })).toMatchObject({ changes: true });
  expect(await diff({ chatServiceSid: "IS2" })).toEqual({ changes: true, replaces: ["chatServiceSid"] });
});

test("create records the inputs under the service's SID, and update the new ones", async () => {
  expect(await provider.create(inputs)).toEqual({ id: "IS1", outs: inputs });
  expect(await provider.update("IS1", {}, inputs)).toEqual({ outs: inputs });
});
