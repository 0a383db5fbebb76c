// Tested by test/plugin/functions.test.ts
import { readServiceWebhookConfigurations } from "../../result/read-service-webhook-configurations";
import { secretProperties } from "../../result/secret-properties";
import type { ServiceWebhookConfigurationReading } from "../../result/service-reading";
import { serviceConfigurationProperties } from "../schema/configuration-properties";
import { withExamples } from "../schema/examples/example";
import { readAFleet } from "../schema/examples/read-a-fleet";
import { accountReadFailures, failsIf } from "../schema/failures";
import { token, typeReference } from "../schema/names";
import { withSecrets } from "../wire/engine-value";
import type { PluginFunction } from "./plugin-function";

export const getServiceWebhookConfigurations: PluginFunction = {
  token: token("getServiceWebhookConfigurations"),
  schema: {
    description: withExamples(
      `Reads the webhook configurations of several Conversations services at once: of all that the account has, or of those named. One that cannot be read does not lose the others: its \`error\` says why. ${failsIf(`an entry of \`chatServiceSids\` is not the SID of a Conversations service; without \`chatServiceSids\`, the list of services cannot be read; ${accountReadFailures}`)}`,
      [readAFleet],
    ),
    inputs: {
      properties: {
        chatServiceSids: {
          type: "array",
          items: { type: "string" },
          description:
            "The Conversations services' SIDs: `IS` and 32 hexadecimal digits each. Default: all services of the account.",
        },
      },
    },
    outputs: {
      properties: {
        services: {
          type: "array",
          items: typeReference("ServiceReading"),
          description: "What came of each service: in the order asked for, or in that of Twilio's list.",
        },
      },
      required: ["services"],
    },
  },
  async run({ chatServiceSids }, { client, signal, secretPathsIn }) {
    const readings = await readServiceWebhookConfigurations(
      client(),
      (chatServiceSids ?? undefined) as readonly string[] | undefined,
      { signal },
    );
    const services = readings.map(withSecretUrls);
    return withSecrets({ services }, new Set(secretPathsIn("chatServiceSids").length > 0 ? ["services"] : []));
  },
};

/** The types that its result is made of. */
export const readingTypes = {
  ServiceConfiguration: {
    type: "object",
    description: "The webhook configuration of a Conversations service.",
    properties: serviceConfigurationProperties,
    required: ["chatServiceSid"],
  },
  ReadingError: {
    type: "object",
    description: "Why a service's configuration could not be read.",
    properties: {
      name: { type: "string", description: "The error's class, such as `TwilioApiError`." },
      message: { type: "string", description: "What happened, and below it, a line each, what can be done about it." },
      status: { type: "integer", description: "The HTTP status, if Twilio answered with an error; else null." },
      code: {
        type: "string",
        description:
          "Twilio's error code, such as `20404`, or the system's for a broken connection, such as `ECONNREFUSED`. Null if there is none.",
      },
      requestId: {
        type: "string",
        description: "The `Twilio-Request-Id` header, if there was an answer that had one; else null.",
      },
    },
    required: ["name", "message"],
  },
  ServiceReading: {
    type: "object",
    description: "What came of reading one service among several: its configuration, or why there is none.",
    properties: {
      chatServiceSid: serviceConfigurationProperties.chatServiceSid,
      friendlyName: {
        type: "string",
        description: "What people call it; null if nobody has named it, and if it was asked for by its SID.",
      },
      configuration: {
        ...typeReference("ServiceConfiguration"),
        description: "What is live; null if it could not be read.",
      },
      error: { ...typeReference("ReadingError"), description: "Why it could not be read; null if it was." },
    },
    required: ["chatServiceSid"],
  },
} as const;

function withSecretUrls({ configuration, error, ...service }: ServiceWebhookConfigurationReading) {
  return {
    ...service,
    configuration: configuration && withSecrets({ ...configuration }, secretProperties(configuration)),
    // A code is a number or a text; the schema has no unions.
    error: error && { ...error, ...(error.code === undefined ? {} : { code: String(error.code) }) },
  };
}
