// Tested by test/engine/plugin/schema-examples.test.ts
import type { SchemaExample } from "./example";

export const judgeByRules: SchemaExample = {
  title: "Stop at what is wrong by rules, or if an event reaches nobody",
  typescript: `
const judged = new twilio.ServiceWebhookConfiguration("judged", {
    chatServiceSid: "IS0123456789abcdef0123456789abcdef",
    expect: { delivers: ["onMessageAdded"] },
    rules: { "get-method": "error" },
});

export const events = judged.filters;
`,
  python: `
judged = twilio.ServiceWebhookConfiguration(
    "judged",
    chat_service_sid="IS0123456789abcdef0123456789abcdef",
    expect=twilio.ExpectationArgs(delivers=["onMessageAdded"]),
    rules={"get-method": "error"},
)

pulumi.export("events", judged.filters)
`,
  csharp: `
var judged = new Twilio.ServiceWebhookConfiguration("judged", new()
{
    ChatServiceSid = "IS0123456789abcdef0123456789abcdef",
    Expect = new Twilio.Inputs.ExpectationArgs
    {
        Delivers = new[] { "onMessageAdded" },
    },
    Rules =
    {
        { "get-method", "error" },
    },
});

return new Dictionary<string, object?>
{
    ["events"] = judged.Filters,
};
`,
  go: `
judged, err := twilio.NewServiceWebhookConfiguration(ctx, "judged", &twilio.ServiceWebhookConfigurationArgs{
	ChatServiceSid: pulumi.String("IS0123456789abcdef0123456789abcdef"),
	Expect:         &twilio.ExpectationArgs{Delivers: pulumi.StringArray{pulumi.String("onMessageAdded")}},
	Rules:          pulumi.StringMap{"get-method": pulumi.String("error")},
})
if err != nil {
	return err
}
ctx.Export("events", judged.Filters)
`,
  java: `
var judged = new ServiceWebhookConfiguration("judged", ServiceWebhookConfigurationArgs.builder()
    .chatServiceSid("IS0123456789abcdef0123456789abcdef")
    .expect(ExpectationArgs.builder()
        .delivers("onMessageAdded")
        .build())
    .rules(Map.of("get-method", "error"))
    .build());

ctx.export("events", judged.filters());
`,
  yaml: `
resources:
  judged:
    type: twilio-conversations:ServiceWebhookConfiguration
    properties:
      chatServiceSid: IS0123456789abcdef0123456789abcdef
      expect: { delivers: [onMessageAdded] }
      rules: { get-method: error }
outputs:
  events: \${judged.filters}
`,
};
