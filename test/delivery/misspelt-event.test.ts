import { meantEvent } from "../../provider/delivery/misspelt-event";
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
