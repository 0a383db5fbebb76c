import type { AccountWebhookSettings, Finding, RuleId } from "../../../provider/index";

export type Settings = Partial<AccountWebhookSettings>;

export const chatServiceSid = `IS${"0".repeat(32)}`;

/** A URL in which nothing is wrong. */
export const url = "https://hooks.acme.io/twilio";

/** An event of each moment. */
export const both = ["onMessageAdd", "onMessageAdded"];

/** A post URL, and an event that goes to it. */
export const post = (postWebhookUrl: string): Settings => ({ postWebhookUrl, filters: ["onMessageAdded"] });

/** A service that was never configured, but for what is given. */
export function service(settings: Settings) {
  return { chatServiceSid, preWebhookUrl: null, postWebhookUrl: null, filters: null, method: null, ...settings };
}

/** The finding of one rule. */
export function rule(findings: readonly Finding[], id: RuleId): Finding | undefined {
  return findings.find((finding) => finding.rule === id);
}
