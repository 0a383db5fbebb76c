import { isOnlyBeginning, meantEvent } from "../../provider/delivery/misspelt-event";
import { knownWebhookFilters } from "../../provider/result/webhook-filter";

test.each(knownWebhookFilters)("%s is known, however near another one is", (event) => {
  expect(meantEvent(event)).toBeUndefined();
});

test.each([
  ["messageAdded", "onMessageAdded"],
  ["on_message_added", "onMessageAdded"],
  ["ON-MESSAGE-ADD", "onMessageAdd"],
  ["on message\tadded", "onMessageAdded"],
  ["conversation_state_updated", "onConversationStateUpdated"],
])("%j is %s in another notation", (event, meant) => {
  expect(meantEvent(event)).toBe(meant);
});

test.each([
  ["onMessage", "onMessageAdd"],
  ["onmessage", "onMessageAdd"],
  ["Conversation", "onConversationUpdated"],
  ["onConversationState", "onConversationStateUpdated"],
  ["onDelivery", "onDeliveryUpdated"],
  ["on", "onParticipantAdd"],
])("%s is only the start of %s", (event, meant) => {
  expect(meantEvent(event)).toBe(meant);
});

test.each([
  ["onMesageAdd", "onMessageAdd"],
  ["onMesageAdded", "onMessageAdded"],
  ["message_addedd", "onMessageAdded"],
  ["onMesagAddded", "onMessageAdded"],
  ["onParticpntRemovedd", "onParticipantRemoved"],
])("%s has a few other letters than %s", (event, meant) => {
  expect(meantEvent(event)).toBe(meant);
});

test.each([
  "onSomethingNew",
  "onUserAdded",
  "onUserUpdated",
  "onTypingStarted",
  "onMessageRead",
  "onMessageReceived",
  "onMessageFailed",
  "onMessageCreated",
  "onParticipantRead",
  "onMessageAddedTwice",
  "x".repeat(101),
])("%s may be new", (event) => {
  expect(meantEvent(event)).toBeUndefined();
});

test("Events of users are those of accounts alone", () => {
  expect(meantEvent("onUserAdd", "account")).toBe("onUserAdded");
  expect(meantEvent("onUserAdd", "service")).toBeUndefined();
});

test.each([
  ["onMessage", "onMessageAdd", true],
  ["MESSAGE_ADD", "onMessageAdded", true],
  ["onMessageAdd", "onMessageAdd", false],
  ["onmessageadd", "onMessageAdd", false],
  ["onMesageAdd", "onMessageAdd", false],
  ["Added", "onMessageAdded", false],
])("%s as the beginning of %s: %j", (event, meant, isIt) => {
  expect(isOnlyBeginning(event, meant)).toBe(isIt);
});
