import { eventDelivery, type EventDelivery } from "../delivery/event-delivery";
import { momentOf } from "../delivery/webhook-event";
import { listedEvents, setUrl, type AccountWebhookSettings, type WebhookSettings } from "../delivery/webhook-settings";
import type { ExpectedDelivery } from "../expectation/compiled-expectation";
import { printableJson } from "../text/printable";
import { secretPlaceholder } from "../text/secret-placeholder";
import type { Violation, ViolatedDelivery } from "./violation";

/** Knowledge besides the service's settings. */
export interface DeliveryContext {
  /** The settings of the service's account; undefined if they are not known. */
  readonly account: AccountWebhookSettings | undefined;
  /** Whether it must not be shown which events the settings list. */
  readonly hidesFilters: boolean;
  readonly showSecrets: boolean;
}

/** Judges whether events reach somebody; undefined if all of them do. What is not known to arrive does not. */
export function judgeDelivery(
  settings: WebhookSettings,
  { events, isSecret }: ExpectedDelivery,
  { account, hidesFilters, showSecrets }: DeliveryContext,
): Violation | undefined {
  const ways = new Map(eventDelivery(settings, { account }).map((delivery) => [delivery.event, delivery]));
  const unsent = events.flatMap((event) => {
    const way = ways.get(event);
    return way?.status === "sent" ? [] : [way ?? notKnown(event)];
  });
  const [first] = unsent;
  if (first === undefined) {
    return undefined;
  }
  const missing = unsent.map(({ event }) => event);
  const found = events.filter((event) => !missing.includes(event));
  const hidesExpected = isSecret && !showSecrets;
  const hidesAll = hidesExpected || (hidesFilters && !showSecrets);
  const expected = hidesExpected ? secretPlaceholder : events;
  const reasons = hidesAll ? lines([accountNotice(first)]) : lines([accountNotice(first), ...unsent.map(reasonFor)]);
  return {
    property: "delivers",
    condition: "equals",
    expected,
    found: hidesAll ? secretPlaceholder : found,
    ...(hidesAll ? {} : { missing, delivery: deliveryOf(first, missing, settings, account) }),
    secret: hidesAll,
    message: [
      `delivers: expected ${named(expected)} to reach a URL, found ${hidesAll ? secretPlaceholder : named(found)}`,
      ...reasons,
    ].join("\n  "),
  };
}

type Unsent = Exclude<EventDelivery, { readonly status: "sent" }>;

function notKnown(event: string): Unsent {
  return { event, moment: null, documented: false, status: "unknown", by: null, reason: "momentUnknown" };
}

function deliveryOf(
  { by, reason }: Unsent,
  missing: readonly string[],
  service: WebhookSettings,
  account: AccountWebhookSettings | undefined,
): ViolatedDelivery {
  const applying = by === "account" || by === "flex" ? account : undefined;
  const { preWebhookUrl, postWebhookUrl, filters } = applying ?? service;
  const lacks = (moment: "pre" | "post", url: unknown) =>
    by !== "flex" &&
    reason !== "targetUnknown" &&
    setUrl(url) === undefined &&
    missing.some((event) => momentOf(event) === moment);
  return {
    by,
    filters: listedEvents(filters),
    unsetUrls: [
      ...(lacks("pre", preWebhookUrl) ? (["preWebhookUrl"] as const) : []),
      ...(lacks("post", postWebhookUrl) ? (["postWebhookUrl"] as const) : []),
    ],
  };
}

/** Whose settings were judged, if they are not the service's own. */
function accountNotice({ by, reason }: Unsent): string | undefined {
  if (by === "account" || by === "flex") {
    return "the service has no URL of its own, so its account's settings apply";
  }
  return reason === "accountUnknown"
    ? "the service has no URL of its own, so its account's settings apply, and those are not known here"
    : undefined;
}

function reasonFor({ event, by, reason }: Unsent): string | undefined {
  const whose = by === "service" ? "the service's" : "the account's";
  const why = {
    noUrl: "neither the service nor its account has a URL",
    noEvents: `${whose} filters list no events`,
    notListed: `${whose} filters do not list it`,
    noPreUrl: `${whose} preWebhookUrl, to which it would go, is not set`,
    noPostUrl: `${whose} postWebhookUrl, to which it would go, is not set`,
    accountUnknown: undefined,
    momentUnknown: "it is not documented when it is sent",
    targetUnknown: "the account's target is neither webhook nor flex",
  }[reason];
  return why === undefined ? undefined : `${printableJson(event)} does not arrive: ${why}`;
}

function lines(texts: readonly (string | undefined)[]): readonly string[] {
  return texts.filter((text) => text !== undefined);
}

function named(events: readonly string[] | string): string {
  return typeof events === "string"
    ? events
    : events.length === 0
      ? "none of them"
      : events.map((event) => printableJson(event)).join(", ");
}
