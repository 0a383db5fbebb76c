// Tested by test/plugin/schema.test.ts
import type { PropertySchema } from "./schema-types";

const text = { type: "string" } as const;

/** Every property of a service's webhook configuration. */
export const serviceConfigurationProperties = {
  accountSid: {
    ...text,
    description: "The account responsible for the service: `AC` and 32 hexadecimal digits. Null if Twilio names none.",
  },
  chatServiceSid: { ...text, description: "The Conversations service's SID: `IS` and 32 hexadecimal digits." },
  preWebhookUrl: {
    ...text,
    description:
      "The absolute URL that Twilio asks before an event takes effect; null if none is set. Secret if it carries a credential.",
  },
  postWebhookUrl: {
    ...text,
    description:
      "The absolute URL that Twilio tells after an event; null if none is set. Secret if it carries a credential.",
  },
  filters: {
    type: "array",
    items: text,
    description: "The events that are delivered: one that is not listed does not fire. Null if it was never set.",
  },
  method: {
    ...text,
    description: "The HTTP method of the webhook requests, `GET` or `POST`; null if it was never set.",
  },
  url: { ...text, description: "The absolute URL of this configuration at Twilio; null if Twilio names none." },
} as const satisfies Readonly<Record<string, PropertySchema>>;

/** Every property of an account's own webhook configuration. */
export const accountConfigurationProperties = {
  accountSid: { ...text, description: "The account: `AC` and 32 hexadecimal digits. Null if Twilio names none." },
  preWebhookUrl: serviceConfigurationProperties.preWebhookUrl,
  postWebhookUrl: serviceConfigurationProperties.postWebhookUrl,
  filters: serviceConfigurationProperties.filters,
  method: serviceConfigurationProperties.method,
  target: {
    ...text,
    description:
      "Where the webhook leads: `webhook`, to the URLs, or `flex`, to Twilio Flex. Null if it was never set; another target that Twilio adds is passed through.",
  },
  url: serviceConfigurationProperties.url,
} as const satisfies Readonly<Record<string, PropertySchema>>;
