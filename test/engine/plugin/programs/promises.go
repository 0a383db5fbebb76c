package main

import (
	twilio "github.com/pulumi-twilio-conversations/pulumi-twilio-conversations/sdk/go/twilioconversations"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi"
	"github.com/pulumi/pulumi/sdk/v3/go/pulumi/config"
)

type args = twilio.ServiceWebhookConfigurationArgs

func program(ctx *pulumi.Context) error {
	conf := config.New(ctx, "")
	sid := conf.Require("chatServiceSid")

	chat, err := twilio.NewServiceWebhookConfiguration(ctx, "chat", &args{ChatServiceSid: pulumi.String(sid)})
	if err != nil {
		return err
	}
	eu, err := twilio.NewProvider(ctx, "eu", &twilio.ProviderArgs{
		AccountSid: pulumi.String(conf.Require("euAccountSid")),
		AuthToken:  conf.RequireSecret("euAuthToken"),
		BaseUrl:    pulumi.String(conf.Require("baseUrl")),
	})
	if err != nil {
		return err
	}
	euChat, err := twilio.NewServiceWebhookConfiguration(ctx, "eu-chat", &args{
		ChatServiceSid: pulumi.String(conf.Require("euServiceSid")),
		Expect:         &twilio.ExpectationArgs{Delivers: pulumi.StringArray{pulumi.String("onMessageAdded")}},
		Rules:          pulumi.StringMap{"nothing-configured": pulumi.String("error")},
		Enforcement:    pulumi.String("advisory"),
	}, pulumi.Provider(eu))
	if err != nil {
		return err
	}
	hidden, err := twilio.NewServiceWebhookConfiguration(ctx, "hidden", &args{
		ChatServiceSid: conf.RequireSecret("hiddenSid"),
		Expect: &twilio.ExpectationArgs{
			PostWebhookUrl: &twilio.UrlConditionsArgs{Equals: conf.RequireSecret("hiddenUrl")},
		},
	})
	if err != nil {
		return err
	}
	stash, err := pulumi.NewStash(ctx, "stash", &pulumi.StashArgs{Input: pulumi.String(sid)})
	if err != nil {
		return err
	}
	late, err := twilio.NewServiceWebhookConfiguration(ctx, "late", &args{
		ChatServiceSid: stash.ID().ApplyT(func(pulumi.ID) string { return sid }).(pulumi.StringOutput),
	})
	if err != nil {
		return err
	}
	_, err = twilio.NewServiceWebhookConfiguration(ctx, "after-stash", &args{
		ChatServiceSid: pulumi.String(sid),
		After:          pulumi.Array{stash.ID()},
	})
	if err != nil {
		return err
	}
	read := twilio.LookupServiceWebhookConfigurationOutput(ctx, twilio.LookupServiceWebhookConfigurationOutputArgs{
		ChatServiceSid: pulumi.String(sid),
	})
	verified := twilio.VerifyServiceWebhookConfigurationOutput(ctx, twilio.VerifyServiceWebhookConfigurationOutputArgs{
		ChatServiceSid: pulumi.String(sid),
		Expect: twilio.ExpectationArgs{
			PreWebhookUrl: &twilio.UrlConditionsArgs{Set: pulumi.Bool(false)},
			Delivers:      pulumi.StringArray{pulumi.String("onMessageAdded")},
		},
		Rules: pulumi.StringMap{"get-method": pulumi.String("error")},
	})

	ctx.Export("none", chat.PreWebhookUrl.ApplyT(func(url *string) string {
		if url == nil {
			return "nil"
		}
		return *url
	}))
	ctx.Export("hidden", hidden.PostWebhookUrl)
	ctx.Export("late", late.PostWebhookUrl)
	ctx.Export("read", read.PostWebhookUrl())
	ctx.Export("method", euChat.Method)
	ctx.Export("passed", verified.Passed())
	return nil
}

func main() {
	pulumi.Run(program)
}
