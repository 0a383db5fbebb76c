import pulumi
import pulumi_twilio_conversations as twilio

config = pulumi.Config()
host = config.get("host") or "hooks.example.com"

# Twilio tells a conversation's every message to these URLs. A release must not go out while they lead elsewhere.
webhooks = twilio.ServiceWebhookConfiguration(
    "webhooks",
    chat_service_sid=config.require("chatServiceSid"),
    expect=twilio.ExpectationArgs(
        pre_webhook_url=twilio.UrlConditionsArgs(protocol=["https"], host=[host]),
        post_webhook_url=twilio.UrlConditionsArgs(equals=f"https://{host}/after"),
        method=["POST"],
        filters=twilio.FilterConditionsArgs(includes=["onMessageAdded"]),
    ),
)

# It stands for the deployment: a stash only keeps a value in the stack.
pulumi.Stash(
    "chat-backend",
    input={
        "image": config.get("image") or "registry.example.com/chat-backend:1.4.2",
        "webhookUrl": webhooks.post_webhook_url,
    },
    opts=pulumi.ResourceOptions(depends_on=[webhooks]),
)

pulumi.export("guarded", webhooks.chat_service_sid)
