import type { knownWebhookFilters } from "../result/webhook-filter";

/**
 * When Twilio sends an event: `pre` before the action is committed, to `preWebhookUrl`, which may change or reject it;
 * `post` after it, to `postWebhookUrl`.
 * @see https://www.twilio.com/docs/conversations-classic/conversations-webhooks
 * @example
 * const mayReject = (moment: EventMoment | null) => moment === "pre";
 */
export type EventMoment = "pre" | "post";

type ServiceEvent = (typeof knownWebhookFilters)[number];

/** The events that are documented for a service. A new one does not compile until its moment is given here. */
const serviceMoments: Readonly<Record<ServiceEvent, EventMoment>> = {
  onConversationAdd: "pre",
  onConversationUpdate: "pre",
  onConversationRemove: "pre",
  onParticipantAdd: "pre",
  onParticipantUpdate: "pre",
  onParticipantRemove: "pre",
  onMessageAdd: "pre",
  onMessageUpdate: "pre",
  onMessageRemove: "pre",
  onConversationAdded: "post",
  onConversationUpdated: "post",
  onConversationRemoved: "post",
  onConversationStateUpdated: "post",
  onParticipantAdded: "post",
  onParticipantUpdated: "post",
  onParticipantRemoved: "post",
  onMessageAdded: "post",
  onMessageUpdated: "post",
  onMessageRemoved: "post",
  onDeliveryUpdated: "post",
};

/** The events that are documented for an account's configuration alone. */
const accountMoments: Readonly<Record<string, EventMoment>> = {
  onUserAdded: "post",
  onUserUpdate: "pre",
  onUserUpdated: "post",
};

/** The events that are documented for a service, pre events first. */
export const serviceEvents = Object.keys(serviceMoments) as readonly ServiceEvent[];

/** The events that are documented for an account's configuration and not for a service's. */
export const accountOnlyEvents: readonly string[] = Object.keys(accountMoments);

const moments: ReadonlyMap<string, EventMoment> = new Map(Object.entries({ ...serviceMoments, ...accountMoments }));

/** When an event is sent; undefined if it is not documented. */
export function momentOf(event: string): EventMoment | undefined {
  return moments.get(event);
}

/** Whether an event is documented for a service, or for an account if `owner` says so. */
export function isDocumented(event: string, owner: "service" | "account"): boolean {
  return moments.has(event) && (owner === "account" || !accountOnlyEvents.includes(event));
}

const counterparts: ReadonlyMap<string, string> = new Map(
  [...moments.keys()].flatMap((event) => {
    const after = event.endsWith("e") ? `${event}d` : `${event}ed`;
    return moments.has(after) ? [[event, after] as const, [after, event] as const] : [];
  }),
);

/** The event of the other moment that the same action has: `onMessageAdd` and `onMessageAdded`; undefined if there is none. */
export function counterpart(event: string): string | undefined {
  return counterparts.get(event);
}
