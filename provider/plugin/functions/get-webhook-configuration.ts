// Tested by test/plugin/functions.test.ts
import { readWebhookConfiguration } from "../../result/read-webhook-configuration";
import { secretProperties } from "../../result/secret-properties";
import { accountConfigurationProperties } from "../schema/configuration-properties";
import { withExamples } from "../schema/examples/example";
import { readTheAccount } from "../schema/examples/read-the-account";
import { accountReadFailures, failsIf } from "../schema/failures";
import { token } from "../schema/names";
import { withSecrets } from "../wire/engine-value";
import type { PluginFunction } from "./plugin-function";

export const getWebhookConfiguration: PluginFunction = {
  token: token("getWebhookConfiguration"),
  schema: {
    description: withExamples(
      `Reads the webhook configuration of the account itself, which serves every Conversations service that has none of its own. ${failsIf(accountReadFailures)}`,
      [readTheAccount],
    ),
    inputs: { properties: {} },
    outputs: { properties: accountConfigurationProperties },
  },
  async run(_args, { client, signal }) {
    const live = await readWebhookConfiguration(client(), { signal });
    return withSecrets({ ...live }, secretProperties(live));
  },
};
