const { getServiceWebhookConfigurationOutput } = require("pulumi-twilio-conversations");
const { serviceSid } = require("./services.cjs");

exports.postWebhookUrl = getServiceWebhookConfigurationOutput({ chatServiceSid: serviceSid(0) }).postWebhookUrl;
