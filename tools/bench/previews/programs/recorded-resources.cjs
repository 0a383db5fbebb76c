const { ServiceWebhookConfiguration } = require("pulumi-twilio-conversations");
const { serviceSid } = require("./services.cjs");

for (let index = 0; index < Number(process.env.BENCHMARK_RESOURCES); index += 1) {
  new ServiceWebhookConfiguration(`resource-${index}`, { chatServiceSid: serviceSid(index) });
}
