// Tested by test/delivery/misspelt-event.test.ts
/**
 * The events that the endpoint's reference documents for `filters`.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @example
 * const ofMessages = knownWebhookFilters.filter((event) => event.startsWith("onMessage"));
 */
export const knownWebhookFilters = [
  "onParticipantAdd",
  "onParticipantAdded",
  "onDeliveryUpdated",
  "onConversationUpdated",
  "onConversationRemove",
  "onParticipantRemove",
  "onConversationUpdate",
  "onMessageAdd",
  "onMessageRemoved",
  "onParticipantUpdated",
  "onConversationAdded",
  "onMessageAdded",
  "onConversationAdd",
  "onConversationRemoved",
  "onParticipantUpdate",
  "onMessageRemove",
  "onMessageUpdated",
  "onParticipantRemoved",
  "onMessageUpdate",
  "onConversationStateUpdated",
] as const;

/**
 * An event that a webhook can be told of. The known ones complete in an editor; any other string is taken too, since
 * Twilio adds events without a new API version.
 * @example
 * const events: WebhookFilter[] = ["onMessageAdded", "onSomethingNew"];
 */
export type WebhookFilter = (typeof knownWebhookFilters)[number] | (string & {});
