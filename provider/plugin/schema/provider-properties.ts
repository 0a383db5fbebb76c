// Tested by test/plugin/schema.test.ts
import { defaultRequestSettings } from "../../request/request-settings";
import type { PropertySchema } from "./schema-types";

/** The configuration of a provider. Each property is also a key of the stack config, such as `twilio-conversations:accountSid`. */
export const configurationProperties = {
  accountSid: {
    type: "string",
    description: "The account's SID: `AC` and 32 hexadecimal digits. Default: the environment's `TWILIO_ACCOUNT_SID`.",
  },
  authToken: {
    type: "string",
    secret: true,
    description: "The account's auth token. Default: the environment's `TWILIO_AUTH_TOKEN`.",
  },
  apiKey: {
    type: "string",
    description: "An API key's SID: `SK` and 32 hexadecimal digits. Default: the environment's `TWILIO_API_KEY`.",
  },
  apiSecret: {
    type: "string",
    secret: true,
    description: "The API key's secret. Default: the environment's `TWILIO_API_SECRET`.",
  },
  region: {
    type: "string",
    description: "Twilio's region, such as `ie1`; it needs an edge too. Default: the environment's `TWILIO_REGION`.",
  },
  edge: {
    type: "string",
    description: "Twilio's edge, such as `dublin`. Default: the environment's `TWILIO_EDGE`.",
  },
  baseUrl: {
    type: "string",
    description:
      "Where the API is, for tests: an absolute https URL, or an http URL of this machine. Default: the environment's `TWILIO_BASE_URL` if the credentials are from there too, else Twilio's own host.",
  },
  maxAttempts: {
    type: "integer",
    description: `How often a request is sent at most, the first time included: 1 to 100. Default: the environment's \`TWILIO_MAX_ATTEMPTS\`, else ${defaultRequestSettings.maxAttempts}.`,
  },
  attemptTimeout: {
    type: "number",
    description: `How long one attempt may take, in seconds: 0.001 to 3600. Default: the environment's \`TWILIO_ATTEMPT_TIMEOUT\`, else ${defaultRequestSettings.attemptTimeout}.`,
  },
  deadline: {
    type: "number",
    description: `How long a read may take with all its attempts, in seconds: 0.001 to 86400. Default: the environment's \`TWILIO_DEADLINE\`, else ${defaultRequestSettings.deadline}.`,
  },
} as const satisfies Readonly<Record<string, PropertySchema>>;
