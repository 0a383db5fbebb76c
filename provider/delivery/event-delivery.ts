import type { WebhookMethod } from "../result/service-webhook-configuration";
import type { WebhookFilter } from "../result/webhook-filter";
import { isDocumented, momentOf, serviceEvents, type EventMoment } from "./webhook-event";
import {
  hasOwnSettings,
  isWebhookTarget,
  listedEvents,
  requireAccountSettings,
  requireSettings,
  setUrl,
  type AccountWebhookSettings,
  type WebhookSettings,
} from "./webhook-settings";

/**
 * Why an event is not sent: `noUrl`, neither the service nor its account has a URL; `noEvents`, no event is listed at all;
 * `notListed`, others are; `noPreUrl` or `noPostUrl`, it is listed, and the URL of its moment is not set.
 * @example
 * const forgotten: NotSentReason = "notListed";
 */
export type NotSentReason = "noUrl" | "noEvents" | "notListed" | "noPreUrl" | "noPostUrl";

/**
 * Why it is not known whether an event is sent: `accountUnknown`, the service has no settings of its own, and the
 * account's were not given; `momentUnknown`, the event is listed and not documented; `targetUnknown`, the account leads
 * to something else than URLs and Flex.
 * @example
 * const unread: UnknownDeliveryReason = "accountUnknown";
 */
export type UnknownDeliveryReason = "accountUnknown" | "momentUnknown" | "targetUnknown";

/**
 * By whose settings an event is sent: the service's own, its account's, or its account's that lead to Twilio Flex.
 * @example
 * const inherited: DeliverySource = "account";
 */
export type DeliverySource = "service" | "account" | "flex";

/** Which event a delivery is about. */
interface AboutEvent {
  /** The event: `onMessageAdded`. */
  readonly event: WebhookFilter;
  /** When it is sent; null if that is not documented. */
  readonly moment: EventMoment | null;
  /** Whether Twilio documents it for a service. */
  readonly documented: boolean;
}

/**
 * Whether one event of a service is sent, and to whom, or why not.
 * @example
 * const toldOf = (deliveries: EventDelivery[]) => deliveries.filter(({ status }) => status === "sent");
 */
export type EventDelivery = AboutEvent &
  (
    | {
        /** It is sent. */
        readonly status: "sent";
        /** By whose settings. */
        readonly by: DeliverySource;
        /** The absolute URL that is called, as it is stored; null for Flex. */
        readonly url: string | null;
        /** The HTTP method of the request; null if none was ever set, and for Flex. */
        readonly method: WebhookMethod | null;
      }
    | {
        /** It is not sent. */
        readonly status: "notSent";
        /** Whose settings say so; null if neither the service nor the account has any. */
        readonly by: DeliverySource | null;
        /** Why not. */
        readonly reason: NotSentReason;
      }
    | {
        /** It is not known whether it is sent. */
        readonly status: "unknown";
        /** Whose settings apply; null if that is not known. */
        readonly by: DeliverySource | null;
        /** Why it is not known. */
        readonly reason: UnknownDeliveryReason;
      }
  );

/**
 * Knowledge besides the service's configuration.
 * @example
 * const options: EventDeliveryOptions = { account: await getWebhookConfiguration() };
 */
export interface EventDeliveryOptions {
  /**
   * The webhook configuration of the service's account, which serves a service without a URL of its own.
   * @default not known
   */
  readonly account?: AccountWebhookSettings | undefined;
}

/**
 * Who is told of what: for each event that Twilio documents for a service, and each other one that the settings list,
 * whether it is sent, when, to which URL and by which method, or why not. Pure, without a request. URLs are handed on as
 * they are, credentials included.
 *
 * A service is configured if it has at least one URL; then the account's settings do not fire for it.
 * @see https://www.twilio.com/docs/conversations-classic/api/per-service-webhook-resource
 * @returns An entry for each event: the documented ones first, those before an action before those after it.
 * @throws InvalidInputError if `configuration` or `account` is not an object.
 * @example
 * const live = await getServiceWebhookConfiguration({ chatServiceSid });
 * const account = await getWebhookConfiguration();
 * for (const { event, status } of eventDelivery(live, { account })) {
 *   console.log(event, status); // onMessageAdded sent
 * }
 */
export function eventDelivery(
  configuration: WebhookSettings,
  { account }: EventDeliveryOptions = {},
): readonly EventDelivery[] {
  requireSettings(configuration);
  requireAccountSettings(account);
  const applying = applyingSettings(configuration, account);
  const listed = new Set(listedEvents(applying?.settings.filters));
  const others = [...listed].filter((event) => !isDocumented(event, "service"));
  return [...serviceEvents, ...others].map((event) => deliveryOf(event, applying, listed));
}

interface Applying {
  readonly by: DeliverySource;
  readonly settings: WebhookSettings;
  readonly target: string | null | undefined;
}

/** The settings that Twilio goes by; undefined if the account's are needed and not known. */
function applyingSettings(service: WebhookSettings, account: AccountWebhookSettings | undefined): Applying | undefined {
  if (hasOwnSettings(service)) {
    return { by: "service", settings: service, target: undefined };
  }
  return (
    account && {
      by: account.target === "flex" ? "flex" : "account",
      settings: account,
      target: account.target,
    }
  );
}

function deliveryOf(event: string, applying: Applying | undefined, listed: ReadonlySet<string>): EventDelivery {
  const documented = isDocumented(event, "service");
  // Twilio documents the events of users for an account alone: what a service's own settings do with them is not known.
  const moment = applying?.by === "service" && !documented ? null : (momentOf(event) ?? null);
  const about = { event, moment, documented };
  if (applying === undefined) {
    return { ...about, status: "unknown", by: null, reason: "accountUnknown" };
  }
  const { by, settings } = applying;
  const [pre, post] = [setUrl(settings.preWebhookUrl), setUrl(settings.postWebhookUrl)];
  if (by !== "flex" && pre === undefined && post === undefined && isWebhookTarget(applying.target)) {
    return { ...about, status: "notSent", by: null, reason: "noUrl" };
  }
  if (!listed.has(event)) {
    return { ...about, status: "notSent", by, reason: listed.size === 0 ? "noEvents" : "notListed" };
  }
  if (by === "flex") {
    return { ...about, status: "sent", by, url: null, method: null };
  }
  if (!isWebhookTarget(applying.target)) {
    return { ...about, status: "unknown", by, reason: "targetUnknown" };
  }
  if (moment === null) {
    return { ...about, status: "unknown", by, reason: "momentUnknown" };
  }
  const url = moment === "pre" ? pre : post;
  return url === undefined
    ? { ...about, status: "notSent", by, reason: moment === "pre" ? "noPreUrl" : "noPostUrl" }
    : { ...about, status: "sent", by, url, method: settings.method ?? null };
}
