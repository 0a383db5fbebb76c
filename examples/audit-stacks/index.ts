import * as pulumi from "@pulumi/pulumi";
import { ServiceWebhookConfiguration } from "pulumi-twilio-conversations";

// The services to record, each under its name: { "support": "IS…", "sales": "IS…" }
const services = new pulumi.Config().requireObject<Record<string, string>>("services");

for (const [name, chatServiceSid] of Object.entries(services)) {
  new ServiceWebhookConfiguration(name, { chatServiceSid });
}
