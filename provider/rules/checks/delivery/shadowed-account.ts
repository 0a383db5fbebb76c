// Tested by test/rules/checks.test.ts
import { deliveredByAccount, hasUrlFor } from "../../../delivery/delivered-events";
import { hasOwnSettings } from "../../../delivery/webhook-settings";
import { eventNames, filterFlags, remedy } from "../../remedy";
import { nothing, type Rule } from "../../rule";

/** The most events for which a look through the list is quicker than a set. Twilio documents fewer. */
const short = 32;

/** Events of the account's configuration are lost for a service with settings of its own. */
export const shadowedAccount: Rule = {
  id: "shadowed-account",
  severity: "note",
  title: "A service's settings replace the account's, and deliver less",
  help:
    "A service with a webhook URL of its own is served by its own settings alone: the account's do not fire for it. Events " +
    "that the account's list and the service's do not are delivered for other services and not for this one.",
  check(subject) {
    const { account, settings, events } = subject;
    if (account === undefined || subject.owner !== "service" || !hasOwnSettings(settings)) {
      return nothing;
    }
    const own: { has(event: string): boolean } =
      events.length > short ? new Set(events) : { has: (event) => events.includes(event) };
    const lost = deliveredByAccount(account).filter((event) => !own.has(event) || !hasUrlFor(event, settings));
    if (lost.length === 0) {
      return nothing;
    }
    const isListable = lost.every((event) => hasUrlFor(event, settings));
    return [
      {
        property: null,
        message: `the service's own settings replace the account's, and do not deliver ${eventNames(subject, lost)}, which the account's list`,
        remediation: remedy(
          "Deliver them by the service's settings too, if someone waits for them",
          subject,
          isListable ? filterFlags(subject, [...events, ...lost]) : [],
        ),
      },
    ];
  },
};
