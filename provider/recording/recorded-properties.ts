// Tested by test/audit/recorded/exported-state.test.ts
import type { GetServiceWebhookConfigurationResult } from "../result/service-webhook-configuration";

/** The properties of a recorded resource that are read, as opposed to given: what is recorded, judged and compared. */
export type RecordedValues = Omit<GetServiceWebhookConfigurationResult, "chatServiceSid">;

/** One of them. */
export type RecordedProperty = keyof RecordedValues;

// A property that is left out here does not compile: it would be neither recorded nor compared.
const everyProperty: Readonly<Record<RecordedProperty, true>> = {
  preWebhookUrl: true,
  postWebhookUrl: true,
  filters: true,
  method: true,
  accountSid: true,
  url: true,
};

/**
 * All of them, in the order in which they are shown. A resource that could not be read is registered without any, and one
 * that was read with all.
 */
export const recordedProperties = Object.keys(everyProperty) as readonly RecordedProperty[];
