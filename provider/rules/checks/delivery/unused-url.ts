// Tested by test/rules/checks.test.ts
import type { UpdateFlag } from "../../../delivery/update-command";
import { counterpart, momentOf, type EventMoment } from "../../../delivery/webhook-event";
import type { LintSubject } from "../../lint-subject";
import { filterFlags, remedy } from "../../remedy";
import { nothing, type RuleFinding } from "../../rule";

const urlOf = { pre: "preWebhookUrl", post: "postWebhookUrl" } as const;
const clearing = { pre: "pre-webhook-url", post: "post-webhook-url" } as const;

/** Finds a URL to which no listed event goes. An event that is not documented may go to either. */
export function unusedUrl(subject: LintSubject, moment: EventMoment): readonly RuleFinding[] {
  const { events, leadsElsewhere } = subject;
  if (
    subject[moment] === undefined ||
    events.length === 0 ||
    leadsElsewhere ||
    events.some((event) => (momentOf(event) ?? moment) === moment)
  ) {
    return nothing;
  }
  const property = urlOf[moment];
  const other = moment === "pre" ? "post" : "pre";
  return [
    {
      property,
      message: `${property} is never called: filters lists ${other} events only`,
      remediation: remediation(subject, moment),
    },
  ];
}

function remediation(subject: LintSubject, moment: EventMoment): string {
  const { events } = subject;
  const counterparts = events.flatMap((event) => counterpart(event) ?? []);
  const added = filterFlags(subject, [...events, ...counterparts]);
  const example = moment === "pre" ? "onMessageAdd" : "onMessageAdded";
  if (subject[moment === "pre" ? "post" : "pre"] !== undefined) {
    // The other URL keeps the configuration in force, so that this one can go.
    const clear: readonly UpdateFlag[] = [[clearing[moment], ""]];
    return remedy(
      `List the ${moment} events that it should get, such as ${example}; or, if it should get none, clear the URL`,
      subject,
      clear,
    );
  }
  return counterparts.length === 0 || added.length === 0
    ? `List the ${moment} events that it should get, such as ${example}`
    : remedy(`List the ${moment} events that it should get, such as those of the same actions`, subject, added);
}
