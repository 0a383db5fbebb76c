const pulumi = require("@pulumi/pulumi");
const { serviceSid } = require("./services.cjs");
const { sdkClient } = require("./sdk-client.cjs");

const webhooks = sdkClient(process.env).conversations.v1.services(serviceSid(0)).configuration.webhooks();
// The SDK's own objects cannot become outputs: they are circular.
exports.postWebhookUrl = pulumi.output(webhooks.fetch().then(({ postWebhookUrl }) => postWebhookUrl));
