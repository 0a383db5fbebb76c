import type { ExpectedProperty } from "../expectation/conditions/condition";
import { nearestWord } from "../text/did-you-mean";
import { secretPlaceholder } from "../text/secret-placeholder";
import { knownWebhookFilters } from "../result/webhook-filter";
import { shellWord } from "../text/shell-word";
import type { Violation } from "./violation";

const flagNames: Readonly<Partial<Record<ExpectedProperty, string>>> = {
  preWebhookUrl: "pre-webhook-url",
  postWebhookUrl: "post-webhook-url",
  method: "method",
  filters: "filters",
};

/** A command that puts right what can be put right without a choice, and the variables that it needs to be given. */
export interface MendingCommand {
  readonly text: string;
  /** Environment variables that stand for secret values, with the property that each one is for. */
  readonly variables: readonly (readonly [variable: string, property: ExpectedProperty])[];
}

/**
 * The Twilio CLI command that makes the configuration as expected, as far as the expectation says exactly how it must
 * be; undefined where it says so of nothing. A secret value is not in it, nor is a service's SID given as `[secret]`.
 * @see https://www.twilio.com/docs/twilio-cli/general-usage
 */
export function mendingCommand(violations: readonly Violation[], chatServiceSid: string): MendingCommand | undefined {
  const flags: string[] = [];
  const variables: [string, ExpectedProperty][] = [];
  for (const violation of violations) {
    const name = flagNames[violation.property];
    if (name === undefined || violation.condition !== "equals") {
      continue;
    }
    if (violation.expected === secretPlaceholder) {
      if (!name.endsWith("-url")) {
        continue;
      }
      const variable = name.replaceAll("-", "_").toUpperCase();
      flags.push(`--${name}="$${variable}"`);
      variables.push([variable, violation.property]);
    } else {
      flags.push(...values(violation).map((value) => `--${name}=${shellWord(value)}`));
    }
  }
  const service = chatServiceSid === secretPlaceholder ? '"$CHAT_SERVICE_SID"' : shellWord(chatServiceSid);
  const command = "twilio api:conversations:v1:services:configuration:webhooks:update";
  return flags.length === 0
    ? undefined
    : { text: [command, `--chat-service-sid=${service}`, ...flags].join(" "), variables };
}

/** The flag's values; none where Twilio documents no way to get there, such as to filters or a method that were never set. */
function values({ property, expected }: Violation): readonly string[] {
  if (property === "filters") {
    const events = Array.isArray(expected) ? [...new Set(expected as readonly string[])] : [];
    // Events that are misspelt are to be put right in the expectation, not at Twilio.
    return events.some((event) => nearestWord(event, knownWebhookFilters, 3) !== undefined) ? [] : events;
  }
  if (expected === null) {
    // The CLI sends an empty value, which clears a URL.
    return property === "method" ? [] : [""];
  }
  return typeof expected === "string" ? [expected] : [];
}
