const pulumi = require("@pulumi/pulumi");
const { ChatReceiver } = require("./chat-receiver");

const config = new pulumi.Config();
const receiver = new ChatReceiver("chat", {
  chatServiceSid: config.require("chatServiceSid"),
  domain: config.get("domain") ?? "example.com",
});

// The stash stands for the resources of your cloud: a load balancer's route and its queues.
new pulumi.Stash("route", { input: { host: receiver.host, queues: receiver.queues } });

exports.host = receiver.host;
exports.queues = receiver.queues;
