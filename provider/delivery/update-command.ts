import { secretPlaceholder } from "../text/secret-placeholder";
import { shellWord } from "../text/shell-word";

/** A flag and its value of the Twilio CLI's command that updates webhooks, as in `--filters=onMessageAdded`; repeatable. */
export type UpdateFlag = readonly ["pre-webhook-url" | "post-webhook-url" | "method" | "filters", string];

/** Whose webhooks a command updates. */
export type UpdateTarget = { readonly chatServiceSid: string } | "account";

/**
 * The Twilio CLI command that updates webhooks. An update replaces the whole list of filters: a command that has one
 * filter has all of them. A service's SID that is `[secret]` is not in it.
 * @see https://www.twilio.com/docs/twilio-cli/general-usage
 */
export function updateCommand(target: UpdateTarget, flags: readonly UpdateFlag[]): string {
  const words = flags.map(([name, value]) => `--${name}=${value === "" ? "" : shellWord(value)}`);
  return target === "account"
    ? ["twilio api:conversations:v1:configuration:webhooks:update", ...words].join(" ")
    : [
        "twilio api:conversations:v1:services:configuration:webhooks:update",
        `--chat-service-sid=${target.chatServiceSid === secretPlaceholder ? '"$CHAT_SERVICE_SID"' : shellWord(target.chatServiceSid)}`,
        ...words,
      ].join(" ");
}
