package main

import (
	twilio "github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/sdk/go/twilioconversations"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

func main() {
	pulumi.Run(func(ctx *pulumi.Context) error {
		conf := config.New(ctx, "")
		host := conf.Get("host")
		if host == "" {
			host = "hooks.example.com"
		}
		image := conf.Get("image")
		if image == "" {
			image = "registry.example.com/chat-backend:1.4.2"
		}

		// Twilio tells a conversation's every message to these URLs. A release must not go out while they lead elsewhere.
		webhooks, err := twilio.NewServiceWebhookConfiguration(ctx, "webhooks", &twilio.ServiceWebhookConfigurationArgs{
			ChatServiceSid: pulumi.String(conf.Require("chatServiceSid")),
			Expect: &twilio.ExpectationArgs{
				PreWebhookUrl: &twilio.UrlConditionsArgs{
					Protocol: pulumi.StringArray{pulumi.String("https")},
					Host:     pulumi.StringArray{pulumi.String(host)},
				},
				PostWebhookUrl: &twilio.UrlConditionsArgs{Equals: pulumi.String("https://" + host + "/after")},
				Method:         pulumi.StringArray{pulumi.String("POST")},
				Filters: &twilio.FilterConditionsArgs{
					Includes: pulumi.StringArray{pulumi.String("onMessageAdded")},
				},
			},
		})
		if err != nil {
			return err
		}

		// It stands for the deployment: a stash only keeps a value in the stack.
		_, err = pulumi.NewStash(ctx, "chat-backend", &pulumi.StashArgs{
			Input: pulumi.Map{
				"image":      pulumi.String(image),
				"webhookUrl": webhooks.PostWebhookUrl,
			},
		}, pulumi.DependsOn([]pulumi.Resource{webhooks}))
		if err != nil {
			return err
		}

		ctx.Export("guarded", webhooks.ChatServiceSid)
		return nil
	})
}
