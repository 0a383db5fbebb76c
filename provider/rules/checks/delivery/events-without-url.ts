// Tested by test/rules/checks.test.ts
import { momentOf } from "../../../delivery/webhook-event";
import { eventNames, filterFlags, remedy } from "../../remedy";
import { nothing, type Rule } from "../../rule";

/** Events are listed that have nowhere to go, though others have. */
export const eventsWithoutUrl: Rule = {
  id: "events-without-url",
  severity: "note",
  title: "Events are listed whose URL is not set",
  help:
    "Pre events, such as onMessageAdd, go to preWebhookUrl, and post events, such as onMessageAdded, to postWebhookUrl. " +
    "Those whose URL is not set are not delivered. Whoever added them may wait for them.",
  check(subject) {
    const { pre, post, events, leadsElsewhere } = subject;
    if (leadsElsewhere || (pre === undefined) === (post === undefined)) {
      return nothing;
    }
    const [moment, url] =
      pre === undefined ? (["pre", "preWebhookUrl"] as const) : (["post", "postWebhookUrl"] as const);
    const idle = events.filter((event) => momentOf(event) === moment);
    if (idle.length === 0) {
      return nothing;
    }
    const others = events.filter((event) => momentOf(event) !== moment);
    return [
      {
        property: "filters",
        message: `filters lists ${eventNames(subject, idle)}, and ${url} is not set: ${moment} events go nowhere else`,
        remediation: remedy(
          `Set ${url} if someone waits for ${idle.length === 1 ? "it" : "them"}, or leave ${idle.length === 1 ? "it" : "them"} out`,
          subject,
          filterFlags(subject, others),
        ),
      },
    ];
  },
};
