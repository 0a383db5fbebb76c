package main

import (
	twilio "github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/sdk/go/twilioconversations"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		if _, err := twilio.NewServiceWebhookConfiguration(ctx, "service-abcdef", &twilio.ServiceWebhookConfigurationArgs{
			ChatServiceSid: pulumi.String("IS0123456789abcdef0123456789abcdef"),
			Expect: &twilio.ExpectationArgs{
				PreWebhookUrl:  &twilio.UrlConditionsArgs{Set: pulumi.Bool(false)},
				PostWebhookUrl: &twilio.UrlConditionsArgs{Equals: pulumi.String("https://hooks.example.com/post")},
				Method:         pulumi.StringArray{pulumi.String("POST")},
				Filters:        &twilio.FilterConditionsArgs{Equals: pulumi.StringArray{pulumi.String("onMessageAdded"), pulumi.String("onConversationAdded")}},
			},
		}); err != nil {
			return err
		}
		// */ "); exit(1)\u000a# \u2028
		if _, err := twilio.NewServiceWebhookConfiguration(ctx, "exit-1", &twilio.ServiceWebhookConfigurationArgs{
			ChatServiceSid: pulumi.String("IS11111111111111111111111111111111"),
			Expect: &twilio.ExpectationArgs{
				PreWebhookUrl:  &twilio.UrlConditionsArgs{Set: pulumi.Bool(false)},
				PostWebhookUrl: &twilio.UrlConditionsArgs{Equals: pulumi.String("https://hooks.acme.io/'\"#$a")},
				Method:         pulumi.StringArray{pulumi.String("POST")},
				Filters:        &twilio.FilterConditionsArgs{Equals: pulumi.StringArray{pulumi.String("on\"\\Odd"), pulumi.String("\U0001f600")}},
			},
		}); err != nil {
			return err
		}
		// 😀
		// method: never set, which cannot be demanded in this language
		// filters: never set, which cannot be demanded in this language
		if _, err := twilio.NewServiceWebhookConfiguration(ctx, "service-222222", &twilio.ServiceWebhookConfigurationArgs{
			ChatServiceSid: pulumi.String("IS22222222222222222222222222222222"),
			Expect: &twilio.ExpectationArgs{
				PreWebhookUrl:  &twilio.UrlConditionsArgs{Set: pulumi.Bool(false)},
				PostWebhookUrl: &twilio.UrlConditionsArgs{Set: pulumi.Bool(false)},
			},
		}); err != nil {
			return err
		}
		return nil
	})
}
