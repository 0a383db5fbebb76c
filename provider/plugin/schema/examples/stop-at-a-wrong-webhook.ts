// Tested by test/engine/plugin/schema-examples.test.ts
import type { SchemaExample } from "./example";

export const stopAtAWrongWebhook: SchemaExample = {
  title: "Record a webhook, and stop a deployment while it is wrong",
  typescript: `
// Name it in dependsOn of what must not be deployed meanwhile.
const chat = new twilio.ServiceWebhookConfiguration("chat", {
    chatServiceSid: "IS0123456789abcdef0123456789abcdef",
    expect: {
        postWebhookUrl: { protocol: ["https"], host: ["hooks.example.com"] },
        filters: { includes: ["onMessageAdded"] },
    },
});

export const webhook = chat.postWebhookUrl;
`,
  python: `
# Name it in depends_on of what must not be deployed meanwhile.
chat = twilio.ServiceWebhookConfiguration(
    "chat",
    chat_service_sid="IS0123456789abcdef0123456789abcdef",
    expect=twilio.ExpectationArgs(
        post_webhook_url=twilio.UrlConditionsArgs(protocol=["https"], host=["hooks.example.com"]),
        filters=twilio.FilterConditionsArgs(includes=["onMessageAdded"]),
    ),
)

pulumi.export("webhook", chat.post_webhook_url)
`,
  csharp: `
// Name it in DependsOn of what must not be deployed meanwhile.
var chat = new Twilio.ServiceWebhookConfiguration("chat", new()
{
    ChatServiceSid = "IS0123456789abcdef0123456789abcdef",
    Expect = new Twilio.Inputs.ExpectationArgs
    {
        PostWebhookUrl = new Twilio.Inputs.UrlConditionsArgs
        {
            Protocol = new[] { "https" },
            Host = new[] { "hooks.example.com" },
        },
        Filters = new Twilio.Inputs.FilterConditionsArgs
        {
            Includes = new[] { "onMessageAdded" },
        },
    },
});

return new Dictionary<string, object?>
{
    ["webhook"] = chat.PostWebhookUrl,
};
`,
  go: `
// Name it in pulumi.DependsOn of what must not be deployed meanwhile.
chat, err := twilio.NewServiceWebhookConfiguration(ctx, "chat", &twilio.ServiceWebhookConfigurationArgs{
	ChatServiceSid: pulumi.String("IS0123456789abcdef0123456789abcdef"),
	Expect: &twilio.ExpectationArgs{
		PostWebhookUrl: &twilio.UrlConditionsArgs{
			Protocol: pulumi.StringArray{pulumi.String("https")},
			Host:     pulumi.StringArray{pulumi.String("hooks.example.com")},
		},
		Filters: &twilio.FilterConditionsArgs{Includes: pulumi.StringArray{pulumi.String("onMessageAdded")}},
	},
})
if err != nil {
	return err
}
ctx.Export("webhook", chat.PostWebhookUrl)
`,
  java: `
// Name it in dependsOn of what must not be deployed meanwhile.
var chat = new ServiceWebhookConfiguration("chat", ServiceWebhookConfigurationArgs.builder()
    .chatServiceSid("IS0123456789abcdef0123456789abcdef")
    .expect(ExpectationArgs.builder()
        .postWebhookUrl(UrlConditionsArgs.builder()
            .protocol("https")
            .host("hooks.example.com")
            .build())
        .filters(FilterConditionsArgs.builder()
            .includes("onMessageAdded")
            .build())
        .build())
    .build());

ctx.export("webhook", chat.postWebhookUrl());
`,
  yaml: `
resources:
  # Name it in dependsOn of what must not be deployed meanwhile.
  chat:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties:
      chatServiceSid: IS0123456789abcdef0123456789abcdef
      expect:
        postWebhookUrl: { protocol: [https], host: [hooks.example.com] }
        filters: { includes: [onMessageAdded] }
outputs:
  webhook: \${chat.postWebhookUrl}
`,
};
