import { secretPlaceholder } from "../../text/secret-placeholder";
import { shellWord } from "../../text/shell-word";
import { exactValues } from "./exact-values";
import { flagFor, settableViolations, type SettableProperty } from "./settable-property";
import { eventsToList, isDelivered } from "./undelivered";
import type { Violation } from "../violation";

/** A command that sets everything that can be set without a choice. */
export interface RemediationCommand {
  readonly text: string;
  /** The properties that are as expected afterwards, `delivers` among them. */
  readonly sets: readonly (SettableProperty | "delivers")[];
  /** Environment variables that stand for secret values, with the property that each one is for. */
  readonly variables: readonly (readonly [variable: string, property: SettableProperty])[];
}

/**
 * The Twilio CLI command that makes the configuration as expected, as far as the expectation says exactly how it must
 * be; undefined if it says so of nothing. A secret value is not in it, nor is a service's SID given as `[secret]`.
 * @see https://www.twilio.com/docs/twilio-cli/general-usage
 */
export function remediationCommand(
  violations: readonly Violation[],
  chatServiceSid: string,
): RemediationCommand | undefined {
  const flags: string[] = [];
  const variables: [string, SettableProperty][] = [];
  const sets: (SettableProperty | "delivers")[] = [];
  const toList = eventsToList(violations);
  for (const [property, those] of settableViolations([...violations, ...toList])) {
    const values = exactValues(property, those);
    if (values === undefined) {
      continue;
    }
    sets.push(property);
    if (values === secretPlaceholder) {
      const variable = flagFor(property).replaceAll("-", "_").toUpperCase();
      flags.push(`--${flagFor(property)}="$${variable}"`);
      variables.push([variable, property]);
    } else {
      flags.push(...values.map((value) => `--${flagFor(property)}=${shellWord(value)}`));
    }
  }
  if (violations.some((violation) => isDelivered(violation, toList, sets))) {
    sets.push("delivers");
  }
  const service = chatServiceSid === secretPlaceholder ? '"$CHAT_SERVICE_SID"' : shellWord(chatServiceSid);
  const command = "twilio api:conversations:v1:services:configuration:webhooks:update";
  return flags.length === 0
    ? undefined
    : { text: [command, `--chat-service-sid=${service}`, ...flags].join(" "), sets, variables };
}
