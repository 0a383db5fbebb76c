// Tested by test/report/html/browser.test.ts
import type { AuditedService, AuditReport } from "../../audit/audit-report";
import { shownEvents } from "../../audit/shown-events";
import type { EventDelivery } from "../../delivery/event-delivery";
import { worstFirst } from "../report-text";
import { Hosts, type Host } from "./matrix/hosts";

/** A service as the page shows it, in the matrix and in a section of its own. */
export interface ShownService {
  readonly service: AuditedService;
  /** The place of its section in the page's address. */
  readonly id: string;
  /** The name by which people know it. */
  readonly label: string;
  /** Who is told of which event; null if that is not known. */
  readonly events: readonly EventDelivery[] | null;
  /** The hosts that its events are sent to, and those of its URLs. */
  readonly hosts: readonly Host[];
}

/** The services of a report, the worst first, and their hosts. */
export function shownServices(report: AuditReport): {
  readonly services: readonly ShownService[];
  readonly hosts: Hosts;
} {
  const found = worstFirst(report).map((service) => {
    const events = shownEvents(service);
    return { service, events, urls: urlsOf(service, events) };
  });
  const hosts = new Hosts(found.map(({ urls }) => urls));
  const seen = new Map<string, number>();
  const services = found.map(({ service, events, urls }) => ({
    service,
    id: uniqueId(service.chatServiceSid, seen),
    label: labelOf(service),
    events,
    hosts: [...new Set(urls.flatMap((url) => hosts.of(url) ?? []))],
  }));
  return { services, hosts };
}

function urlsOf({ live }: AuditedService, events: readonly EventDelivery[] | null): readonly string[] {
  const called = (events ?? []).map((event) => (event.status === "sent" ? event.url : null));
  const urls = [live?.preWebhookUrl, live?.postWebhookUrl, ...called].filter((url) => typeof url === "string");
  return [...new Set(urls.filter((url) => url !== ""))];
}

/** A service that several sources name has a section for each. */
function uniqueId(sid: string, seen: Map<string, number>): string {
  const id = /^IS[0-9a-f]{32}$/i.test(sid) ? sid : "service";
  const count = (seen.get(id) ?? 0) + 1;
  seen.set(id, count);
  return count === 1 && id === sid ? id : `${id}-${count}`;
}

function labelOf({ friendlyName, source, chatServiceSid }: AuditedService): string {
  if (friendlyName !== null && friendlyName.trim() !== "") {
    return friendlyName;
  }
  return source.kind === "stack" || source.kind === "state" ? source.resource : chatServiceSid;
}
