import { lintServiceWebhookConfiguration, type RuleId } from "../../../provider/index";
import { chatServiceSid, rule, service, type Settings } from "./settings";

export interface More {
  readonly account?: Settings;
  readonly secretProperties?: readonly "filters"[];
}

/** What a rule says of settings, what to do, and what the command for that sets. */
export type Case = readonly [id: RuleId, settings: Settings, said: readonly string[], more?: More];

const command = `\ntwilio api:conversations:v1:services:configuration:webhooks:update --chat-service-sid=${chatServiceSid}`;

export function said(id: RuleId, settings: Settings, { account, secretProperties = [] }: More = {}): readonly string[] {
  const findings = lintServiceWebhookConfiguration(service(settings), {
    secretProperties,
    ...(account && { account: { target: null, ...service(account) } }),
  });
  const { message = "", remediation = "" } = rule(findings, id) ?? {};
  return [message, ...remediation.split(command)];
}
