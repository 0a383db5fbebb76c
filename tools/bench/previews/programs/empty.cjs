const pulumi = require("@pulumi/pulumi");
const { webhookOf } = require("./services.cjs");

exports.postWebhookUrl = pulumi.output(webhookOf(0).postWebhookUrl);
