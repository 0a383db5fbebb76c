// Tested by test/engine/plugin/schema-examples.test.ts
import type { SchemaExample } from "./example";

export const verifyAService: SchemaExample = {
  title: "Judge a service without stopping anything",
  typescript: `
const verified = twilio.verifyServiceWebhookConfigurationOutput({
    chatServiceSid: "IS0123456789abcdef0123456789abcdef",
    expect: { preWebhookUrl: { set: false }, method: ["POST"] },
});

export const passed = verified.passed;
`,
  python: `
verified = twilio.verify_service_webhook_configuration_output(
    chat_service_sid="IS0123456789abcdef0123456789abcdef",
    expect=twilio.ExpectationArgs(pre_webhook_url=twilio.UrlConditionsArgs(set=False), method=["POST"]),
)

pulumi.export("passed", verified.passed)
`,
  csharp: `
var verified = Twilio.VerifyServiceWebhookConfiguration.Invoke(new()
{
    ChatServiceSid = "IS0123456789abcdef0123456789abcdef",
    Expect = new Twilio.Inputs.ExpectationArgs
    {
        PreWebhookUrl = new Twilio.Inputs.UrlConditionsArgs
        {
            Set = false,
        },
        Method = new[] { "POST" },
    },
});

return new Dictionary<string, object?>
{
    ["passed"] = verified.Apply(result => result.Passed),
};
`,
  go: `
verified := twilio.VerifyServiceWebhookConfigurationOutput(ctx, twilio.VerifyServiceWebhookConfigurationOutputArgs{
	ChatServiceSid: pulumi.String("IS0123456789abcdef0123456789abcdef"),
	Expect: twilio.ExpectationArgs{
		PreWebhookUrl: &twilio.UrlConditionsArgs{Set: pulumi.Bool(false)},
		Method:        pulumi.StringArray{pulumi.String("POST")},
	},
})
ctx.Export("passed", verified.Passed())
`,
  java: `
var verified = TwilioconversationsFunctions.verifyServiceWebhookConfiguration(VerifyServiceWebhookConfigurationArgs.builder()
    .chatServiceSid("IS0123456789abcdef0123456789abcdef")
    .expect(ExpectationArgs.builder()
        .preWebhookUrl(UrlConditionsArgs.builder()
            .set(false)
            .build())
        .method("POST")
        .build())
    .build());

ctx.export("passed", verified.applyValue(result -> result.passed()));
`,
  yaml: `
variables:
  verified:
    fn::invoke:
      function: twilio-conversations:verifyServiceWebhookConfiguration
      arguments:
        chatServiceSid: IS0123456789abcdef0123456789abcdef
        expect: { preWebhookUrl: { set: false }, method: [POST] }
outputs:
  passed: \${verified.passed}
`,
};
