// Tested by test/engine/plugin/schema-examples.test.ts
import type { SchemaExample } from "./example";

export const readTheAccount: SchemaExample = {
  title: "Use the account's own webhook",
  typescript: `
const account = twilio.getWebhookConfigurationOutput();

export const accountWebhook = account.postWebhookUrl;
`,
  python: `
account = twilio.get_webhook_configuration_output()

pulumi.export("accountWebhook", account.post_webhook_url)
`,
  csharp: `
var account = Twilio.GetWebhookConfiguration.Invoke();

return new Dictionary<string, object?>
{
    ["accountWebhook"] = account.Apply(result => result.PostWebhookUrl),
};
`,
  go: `
account := twilio.GetWebhookConfigurationOutput(ctx, twilio.GetWebhookConfigurationOutputArgs{})
ctx.Export("accountWebhook", account.PostWebhookUrl())
`,
  java: `
var account = TwilioconversationsFunctions.getWebhookConfiguration();

ctx.export("accountWebhook", account.applyValue(result -> result.postWebhookUrl()));
`,
  yaml: `
variables:
  account:
    fn::invoke:
      function: twilio-conversations:getWebhookConfiguration
      arguments: {}
outputs:
  accountWebhook: \${account.postWebhookUrl}
`,
};
