import * as pulumi from "@pulumi/pulumi";
import { WebhookGate } from "pulumi-twilio-conversations";
import { ChatBackend } from "./chat-backend";

const config = new pulumi.Config();
const postWebhookUrl = config.require("postWebhookUrl");

// Twilio tells a conversation's every message to these URLs. A release must not go out while they lead elsewhere.
const webhooks = new WebhookGate("webhooks", {
  services: {
    chat: {
      chatServiceSid: config.require("chatServiceSid"),
      expect: {
        preWebhookUrl: { protocol: "https", host: new URL(postWebhookUrl).host },
        postWebhookUrl,
        method: "POST",
        filters: { includes: ["onMessageAdded"] },
      },
    },
  },
});

new ChatBackend(
  "chat-backend",
  { image: config.get("image") ?? "registry.example.com/chat-backend:1.4.2", replicas: 2, webhookUrl: postWebhookUrl },
  { dependsOn: webhooks },
);

export const guarded = webhooks.services.chat?.chatServiceSid;
