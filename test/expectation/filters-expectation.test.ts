import { compileExpectation } from "../../provider/expectation/compile-expectation";
import type { ServiceWebhookExpectation } from "../../provider/expectation/service-webhook-expectation";
import { judge } from "../../provider/verdict/judge";

const nothing = { preWebhookUrl: null, postWebhookUrl: null, method: null, filters: null, accountSid: null };

function violations(filters: NonNullable<ServiceWebhookExpectation["filters"]> | null, live: string[] | null) {
  return judge({ ...nothing, filters: live }, compileExpectation({ filters })).violations;
}

test.each<[expected: NonNullable<ServiceWebhookExpectation["filters"]> | null, live: string[] | null, isMet: boolean]>([
  [null, null, true],
  [null, [], false],
  [null, ["onX"], false],
  [[], [], true],
  [[], null, false],
  [["onX", "onY"], ["onY", "onX", "onY"], true],
  [["onX", "onX"], ["onX"], true],
  [["onX"], ["onx"], false],
  [["onX"], ["onX", "onY"], false],
  [["onX", "onY"], ["onX"], false],
  [{ includes: ["onX"] }, ["onY", "onX"], true],
  [{ includes: ["onX"] }, ["onY"], false],
  [{ includes: ["onX"] }, null, false],
  [{ excludes: ["onX"] }, ["onY"], true],
  [{ excludes: ["onX"] }, [], true],
  [{ excludes: ["onX"] }, ["onY", "onX"], false],
  [{ excludes: ["onX"] }, null, false],
  [{ only: ["onX", "onY"] }, ["onX"], true],
  [{ only: ["onX", "onY"] }, [], true],
  [{ only: ["onX", "onY"] }, ["onX", "onZ"], false],
  [{ only: ["onX"] }, null, false],
  [{ includes: ["onX"], only: ["onX", "onY"], excludes: ["onZ"] }, ["onX", "onY"], true],
])("filters %j on %j: %p", (expected, live, isMet) => {
  expect(violations(expected, live).length === 0).toBe(isMet);
});

test("among more events than Twilio has, each that is missing is found too", () => {
  const live = Array.from({ length: 40 }, (_, index) => `on${index}`);
  expect(violations({ includes: ["on0", "on39"] }, live)).toEqual([]);
  expect(violations({ includes: ["on0", "on40"] }, live)).toMatchObject([{ missing: ["on40"], extra: [] }]);
});

test("what is missing and what is extra is listed once each", () => {
  expect(violations(["onX", "onY", "onX"], ["onZ", "onY", "onZ"])).toMatchObject([
    { missing: ["onX"], extra: ["onZ"], secret: false },
  ]);
  expect(violations({ excludes: ["onX"] }, ["onX", "onX", "onZ"])).toMatchObject([{ missing: [], extra: ["onX"] }]);
  expect(violations({ includes: ["onX"] }, ["onZ"])).toMatchObject([{ missing: ["onX"], extra: [] }]);
});

test("a misspelt event that is missed comes with the event that was meant", () => {
  const [violation] = violations({ includes: ["onMesageAdded", "onSomethingElse"] }, ["onMessageAdded"]);
  expect(violation?.message).toContain('"onMesageAdded" is not a known event; did you mean "onMessageAdded"?');
  expect(violation?.message).not.toContain('"onSomethingElse" is not a known event');
});

test("so does one that was to be the only one", () => {
  const [violation] = violations({ only: ["onMesageAdded", "onMessageUpdate"] }, ["onMessageAdded"]);
  expect(violation?.message.split("\n")).toEqual([
    'filters.only: expected nothing but "onMesageAdded", "onMessageUpdate", found "onMessageAdded"',
    '  extra: "onMessageAdded"',
    '  "onMesageAdded" is not a known event; did you mean "onMessageAdded"?',
  ]);
});
