// Tested by test/report/html/matrix/matrix.test.ts
import { eventDelivery, type EventDelivery } from "../delivery/event-delivery";
import { hasOwnSettings, type AccountWebhookSettings, type WebhookSettings } from "../delivery/webhook-settings";
import { secretPlaceholder } from "../text/secret-placeholder";
import type { AuditedService } from "./audit-report";

/**
 * Who is told of which event of a service, as far as a report may show it; null if the service was not read, or the list
 * of events that applies is secret.
 */
export function shownEvents({ live, accountLevel }: AuditedService): readonly EventDelivery[] | null {
  if (live === null) {
    return null;
  }
  // A masked URL is one that is set. Of a masked list nothing can be told.
  const applying = hasOwnSettings(live) ? live : accountLevel;
  return isMasked(applying?.filters)
    ? null
    : eventDelivery(live as WebhookSettings, { account: (accountLevel as AccountWebhookSettings | null) ?? undefined });
}

function isMasked(filters: unknown): boolean {
  const events: readonly unknown[] = Array.isArray(filters) ? filters : [filters];
  return events.some((event) => typeof event === "string" && event.includes(secretPlaceholder));
}
