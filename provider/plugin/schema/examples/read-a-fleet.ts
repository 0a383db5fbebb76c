// Tested by test/engine/plugin/schema-examples.test.ts
import type { SchemaExample } from "./example";

export const readAFleet: SchemaExample = {
  title: "Read all services of the account",
  typescript: `
const fleet = twilio.getServiceWebhookConfigurationsOutput({});

export const services = fleet.services;
`,
  python: `
fleet = twilio.get_service_webhook_configurations_output()

pulumi.export("services", fleet.services)
`,
  csharp: `
var fleet = Twilio.GetServiceWebhookConfigurations.Invoke();

return new Dictionary<string, object?>
{
    ["services"] = fleet.Apply(result => result.Services),
};
`,
  go: `
fleet := twilio.GetServiceWebhookConfigurationsOutput(ctx, twilio.GetServiceWebhookConfigurationsOutputArgs{})
ctx.Export("services", fleet.Services())
`,
  java: `
var fleet = TwilioconversationsFunctions.getServiceWebhookConfigurations();

ctx.export("services", fleet.applyValue(result -> result.services()));
`,
  yaml: `
variables:
  fleet:
    fn::invoke:
      function: twilio-conversations:getServiceWebhookConfigurations
      arguments: {}
outputs:
  services: \${fleet.services}
`,
};
