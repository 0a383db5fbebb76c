// Tested by test/plugin/functions.test.ts
import { readServiceWebhookConfiguration } from "../../result/read-service-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import { serviceConfigurationProperties } from "../schema/configuration-properties";
import { withExamples } from "../schema/examples/example";
import { readAService } from "../schema/examples/read-a-service";
import { failsIf, serviceReadFailures } from "../schema/failures";
import { token } from "../schema/names";
import { withSecrets } from "../wire/engine-value";
import type { PluginFunction } from "./plugin-function";

export const getServiceWebhookConfiguration: PluginFunction = {
  token: token("getServiceWebhookConfiguration"),
  schema: {
    description: withExamples(
      `Reads the webhook configuration of one Conversations service, as it is at Twilio now. A service that was never configured is not an error: its values are null. ${failsIf(serviceReadFailures)}`,
      [readAService],
    ),
    inputs: {
      properties: { chatServiceSid: serviceConfigurationProperties.chatServiceSid },
      required: ["chatServiceSid"],
    },
    outputs: { properties: serviceConfigurationProperties, required: ["chatServiceSid"] },
  },
  async run({ chatServiceSid }, { client, signal, isSecret }) {
    const live = await readServiceWebhookConfiguration(client(), chatServiceSid as string, { signal });
    return withSecrets({ ...live }, isSecret("chatServiceSid") ? new Set(Object.keys(live)) : secretProperties(live));
  },
};
