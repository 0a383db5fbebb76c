import { updateCommand, type UpdateFlag } from "../delivery/update-command";
import { printableJson, shortened } from "../text/printable";
import type { LintSubject } from "./lint-subject";

/** Nobody copies a longer command than this, and no report has room for it. */
const longestCommand = 8_192;

/** A remedy in words, and below it the command that does it. */
export function remedy(text: string, subject: LintSubject, flags: readonly UpdateFlag[]): string {
  const length = flags.reduce((sum, [, value]) => sum + value.length, 0);
  return flags.length === 0 || length > longestCommand ? text : `${text}:\n${updateCommand(subject.target, flags)}`;
}

/**
 * Flags for a whole list of filters: an update replaces all of it. None if the list must not be shown, would be empty, or
 * cannot stand in a command line.
 */
export function filterFlags(subject: LintSubject, events: readonly string[]): readonly UpdateFlag[] {
  return subject.hides("filters") || events.some((event) => /\0|\p{Cs}/u.test(event))
    ? []
    : [...new Set(events)].map((event) => ["filters", event] as const);
}

const mostEvents = 30;

/** Events for a message; without a name if they must not be shown. */
export function eventNames(subject: LintSubject, events: readonly string[]): string {
  if (subject.hides("filters")) {
    return events.length === 1 ? "an event that is secret" : `${events.length} events that are secret`;
  }
  const rest = events.length - mostEvents;
  const names = events.slice(0, mostEvents).map((event) => (/^\w{1,60}$/.test(event) ? event : quoted(event)));
  return [...names, ...(rest > 0 ? [`${rest} more`] : [])].join(", ");
}

function quoted(event: string): string {
  return event.length > 300 ? `"${shortened(event)}"` : printableJson(event);
}
