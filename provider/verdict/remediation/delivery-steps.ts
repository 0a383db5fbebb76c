import { updateCommand, type UpdateFlag, type UpdateTarget } from "../../delivery/update-command";
import { momentOf } from "../../delivery/webhook-event";
import { printableJson } from "../../text/printable";
import { undelivered } from "./undelivered";
import type { ViolatedDelivery, Violation } from "../violation";

/** Nobody copies a longer command than this. */
const longestCommand = 8_192;

const variables = { preWebhookUrl: "PRE_WEBHOOK_URL", postWebhookUrl: "POST_WEBHOOK_URL" } as const;
const moments = { preWebhookUrl: "pre", postWebhookUrl: "post" } as const;

/** Ways to have events delivered, a line each, if no other command does it already. */
export function deliverySteps(
  violations: readonly Violation[],
  chatServiceSid: string,
  alreadySet: readonly string[],
): readonly string[] {
  const violation = undelivered(violations);
  if (violation === undefined) {
    return violations.some(({ property }) => property === "delivers")
      ? ["List all of the events in filters, and set the URLs to which they go: they may not be shown here"]
      : [];
  }
  switch (violation.delivery.by) {
    case "service":
      return command({ chatServiceSid }, violation, alreadySet.includes("filters"));
    case "account":
    case "flex": {
      const own = command("account", violation);
      return [
        "Change the account's settings, which serve every service without a URL of its own:",
        ...(own.length === 0 ? ["  Set its target to webhook or flex"] : own.map((line) => `  ${line}`)),
        "or give the service a URL of its own, and list all events that it should deliver: the account's do not apply then",
      ];
    }
    case null:
      return [
        "Give the service settings of its own, by which they are delivered:",
        ...command({ chatServiceSid }, violation).map((line) => `  ${line}`),
      ];
  }
}

function command(
  target: UpdateTarget,
  { delivery, missing }: { readonly delivery: ViolatedDelivery; readonly missing: readonly string[] },
  isListed = false,
): readonly string[] {
  const all = [...new Set([...delivery.filters, ...missing])];
  // Without a URL that was set before, the list that stands there is in force for the first time: it is said as well.
  const isNewList = delivery.by === null || all.length > delivery.filters.length;
  const flags: readonly UpdateFlag[] = isNewList && !isListed ? all.map((event) => ["filters", event] as const) : [];
  const urls = delivery.unsetUrls.map((url) => ({ url, variable: variables[url] }));
  if (flags.length + urls.length === 0) {
    return [];
  }
  const length = all.reduce((sum, event) => sum + event.length, 0);
  if (length > longestCommand || all.some((event) => /\0|\p{Cs}/u.test(event))) {
    return [`List ${missing.map((event) => printableJson(event)).join(", ")} in filters, beside all that are there`];
  }
  return [
    [
      updateCommand(target, flags),
      ...urls.map(({ url, variable }) => `--${moments[url]}-webhook-url="$${variable}"`),
    ].join(" "),
    ...urls.map(({ url, variable }) => `with ${variable} set to the URL that should get ${eventsOf(missing, url)}`),
  ];
}

/** The events that go to a URL. */
function eventsOf(events: readonly string[], url: ViolatedDelivery["unsetUrls"][number]): string {
  return events.filter((event) => momentOf(event) === moments[url]).join(", ");
}
