import * as pulumi from "@pulumi/pulumi";
import { getServiceWebhookConfigurationOutput, ServiceWebhookConfiguration } from "pulumi-twilio-conversations";

const chatServiceSid = new pulumi.Config().require("chatServiceSid");

// Recorded in the stack: a change of the webhook at Twilio shows as a diff in the next preview.
const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid });

// Its values are outputs like any other resource's. The stash stands for whatever needs to know them: a DNS record, a
// firewall rule, the configuration of the service behind the webhook.
new pulumi.Stash("message-handler", {
  input: { listenOn: chat.postWebhookUrl, method: chat.method, events: chat.filters },
});

// The same without a resource: read for this run, and recorded nowhere.
const live = getServiceWebhookConfigurationOutput({ chatServiceSid });

export const preWebhookUrl = chat.preWebhookUrl;
export const postWebhookUrl = chat.postWebhookUrl;
export const firesOnNewMessages = live.filters.apply((events) => events?.includes("onMessageAdded") ?? false);
