import { SharedValues } from "../../../provider/audit/live/shared-values";
import type { WebhookValues } from "../../../provider/audit/webhook-values";

const one: WebhookValues = {
  accountSid: `AC${"a".repeat(32)}`,
  preWebhookUrl: null,
  postWebhookUrl: "https://hooks.example.com/post",
  filters: ["onMessageAdded", "onMessageUpdated"],
  method: "POST",
  url: "https://conversations.twilio.com/v1/Services/IS/Configuration/Webhooks",
};

function withFilters(filters: string[] | null): WebhookValues {
  return { ...one, filters };
}

test("the values are those of the configuration, in the order of a report, and nothing else", () => {
  const configuration = { ...one, chatServiceSid: `IS${"1".repeat(32)}` };
  const values = new SharedValues().valuesOf(configuration);
  expect(values).toEqual(one);
  expect(Object.keys(values)).toEqual(["preWebhookUrl", "postWebhookUrl", "filters", "method", "accountSid", "url"]);
});

test("services with the same events share one list of them", () => {
  const shared = new SharedValues();
  const first = shared.valuesOf(withFilters(["onMessageAdded"]));
  expect(shared.valuesOf(withFilters(["onMessageAdded"])).filters).toBe(first.filters);
});

test.each<[what: string, filters: string[] | null]>([
  ["another order", ["b", "a"]],
  ["other events whose names run together alike", ["a,b"]],
  ["no events", []],
  ["events that were never set", null],
])("services with %s have their own", (_what, filters) => {
  const shared = new SharedValues();
  shared.valuesOf(withFilters(["a", "b"]));
  expect(shared.valuesOf(withFilters(filters)).filters).toEqual(filters);
});

test("the hundredth list is remembered, and one more is not: an account where each service has another list grows no map", () => {
  const shared = new SharedValues();
  const lists = Array.from({ length: 101 }, (_, index) => shared.valuesOf(withFilters([`on${index}`])).filters);
  const again = lists.map((list) => shared.valuesOf(withFilters([...(list ?? [])])).filters);
  expect(again).toEqual(lists);
  expect(again.map((list, index) => list === lists[index])).toEqual([...new Array<boolean>(100).fill(true), false]);
});

test("services of different accounts keep their own", () => {
  const shared = new SharedValues();
  const sids = [one.accountSid, null, `AC${"b".repeat(32)}`, one.accountSid];
  expect(sids.map((accountSid) => shared.valuesOf({ ...one, accountSid }).accountSid)).toEqual(sids);
});
