// Tested by test/rules/checks.test.ts
import { isOnlyBeginning, meantEvent } from "../../../delivery/misspelt-event";
import { accountOnlyEvents, isDocumented } from "../../../delivery/webhook-event";
import type { LintSubject } from "../../lint-subject";
import { eventNames, filterFlags, remedy } from "../../remedy";
import { nothing, type Rule } from "../../rule";

/** A listed event that Twilio does not document. */
export const unknownEvent: Rule = {
  id: "unknown-event",
  severity: "warning",
  title: "A listed event is not documented",
  help:
    "Twilio takes any text in filters and delivers what it knows. An event that it does not know never fires, so a " +
    "misspelt one is missed by nobody but whoever waits for it. Twilio may also add events that this package does not know yet.",
  check(subject) {
    const unknown = subject.events.filter((event) => !isDocumented(event, subject.owner));
    return unknown.length === 0
      ? nothing
      : [{ property: "filters", message: message(subject, unknown), remediation: remediation(subject, unknown) }];
  },
};

/** A hint is a loop over all events: a list of thousands is not worth one each. */
const mostHints = 10;

function message(subject: LintSubject, unknown: readonly string[]): string {
  const is = unknown.length === 1 ? "is not a documented event" : "are not documented events";
  const hints = subject.hides("filters")
    ? []
    : unknown.slice(0, mostHints).flatMap((event) => {
        const meant = meantEvent(event, subject.owner);
        return meant === undefined
          ? accountOnlyEvents.includes(event)
            ? [`${event} is one of the account's configuration only`]
            : []
          : [
              unknown.length === 1
                ? `did you mean ${meant}?`
                : `did you mean ${meant} by ${eventNames(subject, [event])}?`,
            ];
      });
  return [`filters lists ${eventNames(subject, unknown)}, which ${is}`, ...hints].join("; ");
}

function remediation(subject: LintSubject, unknown: readonly string[]): string {
  const corrected = unknown.length > mostHints ? undefined : correctedEvents(subject, unknown);
  return corrected === undefined
    ? "Correct the names in filters, or leave them out. If an event is new at Twilio, switch this rule off"
    : remedy("List the events by their documented names", subject, filterFlags(subject, corrected));
}

/** The list with what was meant; undefined if that is a guess for one of them. */
function correctedEvents(subject: LintSubject, unknown: readonly string[]): readonly string[] | undefined {
  const meant = new Map<string, string>();
  for (const event of unknown) {
    const known = meantEvent(event, subject.owner);
    if (known === undefined || isOnlyBeginning(event, known)) {
      return undefined;
    }
    meant.set(event, known);
  }
  return subject.events.map((event) => meant.get(event) ?? event);
}
