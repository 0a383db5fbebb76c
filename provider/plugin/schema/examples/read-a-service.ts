// Tested by test/engine/plugin/schema-examples.test.ts
import type { SchemaExample } from "./example";

export const readAService: SchemaExample = {
  title: "Use a service's live webhook",
  typescript: `
const live = twilio.getServiceWebhookConfigurationOutput({
    chatServiceSid: "IS0123456789abcdef0123456789abcdef",
});

export const liveWebhook = live.postWebhookUrl;
`,
  python: `
live = twilio.get_service_webhook_configuration_output(chat_service_sid="IS0123456789abcdef0123456789abcdef")

pulumi.export("liveWebhook", live.post_webhook_url)
`,
  csharp: `
var live = Twilio.GetServiceWebhookConfiguration.Invoke(new()
{
    ChatServiceSid = "IS0123456789abcdef0123456789abcdef",
});

return new Dictionary<string, object?>
{
    ["liveWebhook"] = live.Apply(result => result.PostWebhookUrl),
};
`,
  go: `
live := twilio.LookupServiceWebhookConfigurationOutput(ctx, twilio.LookupServiceWebhookConfigurationOutputArgs{
	ChatServiceSid: pulumi.String("IS0123456789abcdef0123456789abcdef"),
})
ctx.Export("liveWebhook", live.PostWebhookUrl())
`,
  java: `
var live = TwilioconversationsFunctions.getServiceWebhookConfiguration(GetServiceWebhookConfigurationArgs.builder()
    .chatServiceSid("IS0123456789abcdef0123456789abcdef")
    .build());

ctx.export("liveWebhook", live.applyValue(result -> result.postWebhookUrl()));
`,
  yaml: `
variables:
  live:
    fn::invoke:
      function: twilio-conversations:getServiceWebhookConfiguration
      arguments: { chatServiceSid: IS0123456789abcdef0123456789abcdef }
outputs:
  liveWebhook: \${live.postWebhookUrl}
`,
};
