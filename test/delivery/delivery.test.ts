import { eventDelivery, InvalidInputError, knownWebhookFilters, type EventDelivery } from "../../provider/index";
import { counterpart, momentOf, serviceEvents } from "../../provider/delivery/webhook-event";

const nobody = { preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null };
const pre = "https://hooks.acme.io/pre";
const post = "https://hooks.acme.io/post";

const of = (deliveries: readonly EventDelivery[], event: string) =>
  deliveries.find((delivery) => delivery.event === event);

test("Nine of the documented events are sent before the action, eleven after it", () => {
  expect([...serviceEvents].sort()).toEqual([...knownWebhookFilters].sort());
  expect(serviceEvents.filter((event) => momentOf(event) === "pre")).toHaveLength(9);
  expect(serviceEvents.filter((event) => momentOf(event) === "post")).toHaveLength(11);
});

test.each([
  ["onMessageAdd", "onMessageAdded"],
  ["onConversationUpdate", "onConversationUpdated"],
  ["onParticipantRemove", "onParticipantRemoved"],
  ["onDeliveryUpdated", undefined],
  ["onConversationStateUpdated", undefined],
  ["onSomethingNew", undefined],
])("The counterpart of %s is %s", (event, other) => {
  expect(counterpart(event)).toBe(other);
  expect(other === undefined ? event : counterpart(other)).toBe(event);
});

test("A service's own settings send its listed events to the URL of their moment, and say why the others are not sent", () => {
  const deliveries = eventDelivery({
    preWebhookUrl: null,
    postWebhookUrl: post,
    filters: ["onMessageAdd", "onMessageAdded", "onSomethingNew", " "],
    method: "POST",
  });
  expect(deliveries).toHaveLength(21);
  expect(of(deliveries, "onMessageAdded")).toEqual({
    event: "onMessageAdded",
    moment: "post",
    documented: true,
    status: "sent",
    by: "service",
    url: post,
    method: "POST",
  });
  expect(of(deliveries, "onMessageAdd")).toMatchObject({ status: "notSent", by: "service", reason: "noPreUrl" });
  expect(of(deliveries, "onMessageRemoved")).toMatchObject({ status: "notSent", by: "service", reason: "notListed" });
  expect(of(deliveries, "onSomethingNew")).toEqual({
    event: "onSomethingNew",
    moment: null,
    documented: false,
    status: "unknown",
    by: "service",
    reason: "momentUnknown",
  });
});

test.each([null, [], ["", " "]])("With the filters %j nothing is sent", (filters) => {
  const deliveries = eventDelivery({ ...nobody, preWebhookUrl: pre, filters });
  expect(deliveries).toHaveLength(20);
  expect(new Set(deliveries.map((delivery) => "reason" in delivery && delivery.reason))).toEqual(new Set(["noEvents"]));
});

test("A service without a URL is served by its account's settings, and it is not known how while these are not", () => {
  const account = {
    preWebhookUrl: pre,
    postWebhookUrl: null,
    filters: ["onMessageAdd", "onMessageAdded", "onUserUpdate"],
    method: "GET",
    target: "webhook",
  } as const;
  const listed = { ...nobody, filters: ["onMessageRemoved"] };
  const deliveries = eventDelivery(listed, { account: { ...account, filters: [...account.filters] } });
  expect(of(deliveries, "onMessageAdd")).toMatchObject({ status: "sent", by: "account", url: pre, method: "GET" });
  expect(of(deliveries, "onMessageAdded")).toMatchObject({ status: "notSent", by: "account", reason: "noPostUrl" });
  expect(of(deliveries, "onMessageRemoved")).toMatchObject({ status: "notSent", by: "account", reason: "notListed" });
  expect(of(deliveries, "onUserUpdate")).toMatchObject({ moment: "pre", documented: false, status: "sent", url: pre });
  expect(of(eventDelivery(listed), "onMessageAdd")).toMatchObject({ status: "unknown", reason: "accountUnknown" });
});

test("A service with a URL of its own is told of nothing by its account's settings", () => {
  const account = { ...nobody, postWebhookUrl: "https://account.acme.io/", filters: ["onMessageAdded"], target: null };
  const deliveries = eventDelivery({ ...nobody, preWebhookUrl: pre, filters: ["onMessageAdd"] }, { account });
  expect(of(deliveries, "onMessageAdded")).toMatchObject({ status: "notSent", by: "service", reason: "notListed" });
});

test("It is not known what a service's own settings do with an event that is documented for accounts alone", () => {
  const deliveries = eventDelivery({ ...nobody, preWebhookUrl: pre, postWebhookUrl: pre, filters: ["onUserAdded"] });
  expect(of(deliveries, "onUserAdded")).toMatchObject({ moment: null, status: "unknown", reason: "momentUnknown" });
});

test("An account that leads to Flex needs no URL for the events that it lists", () => {
  const account = { ...nobody, filters: ["onMessageAdded"], target: "flex" };
  const deliveries = eventDelivery(nobody, { account });
  expect(of(deliveries, "onMessageAdded")).toMatchObject({ status: "sent", by: "flex", url: null, method: null });
  expect(of(deliveries, "onMessageAdd")).toMatchObject({ status: "notSent", by: "flex", reason: "notListed" });
});

test("Where an account leads to something else, whether its events are sent is not known", () => {
  const account = { ...nobody, filters: ["onMessageAdded"], target: "studio" };
  expect(of(eventDelivery(nobody, { account }), "onMessageAdded")).toMatchObject({
    status: "unknown",
    by: "account",
    reason: "targetUnknown",
  });
});

test("Where neither the service nor its account has a URL, nobody is told of anything", () => {
  const account = { ...nobody, filters: ["onMessageAdded"], target: "webhook" };
  expect(of(eventDelivery(nobody, { account }), "onMessageAdded")).toMatchObject({
    status: "notSent",
    by: null,
    reason: "noUrl",
  });
});

test("What is not a configuration is refused", () => {
  expect(() => eventDelivery(undefined as never)).toThrow(InvalidInputError);
});

test("Very many events are looked at in no time worth a word", () => {
  const filters = Array.from({ length: 200_000 }, (_, index) => `onEvent${index}`);
  expect(eventDelivery({ ...nobody, postWebhookUrl: post, filters })).toHaveLength(200_020);
});
