// Tested by test/plugin/schema.test.ts
import { pluginFunctions } from "../functions/index";
import { readingTypes } from "../functions/get-service-webhook-configurations";
import { violationTypes } from "../functions/verify-service-webhook-configuration";
import { resourceSchema } from "../resource/resource-schema";
import { expectationTypes } from "./expectation-types";
import { findingTypes } from "./rule-types";
import { packageName, token } from "./names";
import { configurationProperties } from "./provider-properties";

/** The plugin's package schema, from which Pulumi makes an SDK for each language. */
export function packageSchema(version: string): Readonly<Record<string, unknown>> {
  return {
    name: packageName,
    version,
    displayName: "Twilio Conversations webhooks",
    description: "Know, trust and guard the webhooks of a Twilio Conversations service. It only ever reads.",
    keywords: ["pulumi", "twilio", "conversations", "webhook", "category/utility", "kind/native"],
    homepage: "https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations",
    repository: "https://github.com/pulumi-twilio-conversations/pulumi-twilio-conversations",
    license: "Apache-2.0",
    publisher: "pulumi-twilio-conversations",
    language: {
      csharp: { respectSchemaVersion: true },
      go: {
        importBasePath: "github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/sdk/go/twilioconversations",
        respectSchemaVersion: true,
        generateResourceContainerTypes: true,
      },
      nodejs: { packageName: "pulumi-twilio-conversations-sdk", respectSchemaVersion: true },
      python: { packageName: "pulumi_twilio_conversations", respectSchemaVersion: true, pyproject: { enabled: true } },
    },
    config: { variables: configurationProperties },
    provider: {
      description: "An account whose services are read. It never changes anything at Twilio.",
      inputProperties: configurationProperties,
      properties: {},
    },
    resources: { [token("ServiceWebhookConfiguration")]: resourceSchema },
    types: Object.fromEntries(
      Object.entries({ ...expectationTypes, ...readingTypes, ...violationTypes, ...findingTypes }).map(
        ([name, type]) => [token(name), type],
      ),
    ),
    functions: Object.fromEntries(pluginFunctions.map(({ token: name, schema }) => [name, schema])),
  };
}
