// Tested by test/rules/checks.test.ts
import { nothing, type Rule } from "../../rule";

/** A URL is set, and nothing is delivered to it. */
export const noEvents: Rule = {
  id: "no-events",
  severity: "error",
  title: "A webhook has a URL and no events",
  help:
    "Twilio delivers the events that filters lists and no others. With an empty list, or none, the URL is never called, " +
    "and nothing reports an error: the account looks healthy and the integration hears nothing.",
  check: ({ urls, events }) =>
    urls.length === 0 || events.length > 0
      ? nothing
      : [
          {
            property: "filters",
            message: `filters lists no events, so nothing is delivered to ${urls.map(({ property }) => property).join(" or ")}`,
            remediation:
              "List the events to deliver in filters, such as onMessageAdded for postWebhookUrl or onMessageAdd for " +
              "preWebhookUrl; or clear the URL if nothing should be delivered",
          },
        ],
};
