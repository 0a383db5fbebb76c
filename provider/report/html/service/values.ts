// Tested by test/report/html/browser.test.ts
import type { ShownValues } from "../../../audit/audit-report";
import type { WebhookProperty, WebhookValues } from "../../../audit/webhook-values";
import { setUrl } from "../../../delivery/webhook-settings";
import { readUrl } from "../../../url/readable-url";
import { differingParts, type MarkedText } from "./differing-part";
import { markup, type Markup } from "../markup";

/** A value that a report shows. */
export type ShownValue = ShownValues<WebhookValues>[WebhookProperty];

export const propertyLabels: Readonly<Record<WebhookProperty | "delivers", string>> = {
  preWebhookUrl: "Pre webhook",
  postWebhookUrl: "Post webhook",
  filters: "Events",
  method: "Method",
  accountSid: "Account",
  url: "Resource",
  delivers: "Must arrive",
};

/** A value by itself: of a URL, the host stands out. */
export function valueText(value: ShownValue | undefined): Markup {
  if (value === null || value === undefined || value === "") {
    return markup`<u>not set</u>`;
  }
  if (typeof value !== "string") {
    return value.length === 0 ? markup`<u>none</u>` : eventList(value.map((event) => markup`${event}`));
  }
  const read = setUrl(value) === undefined ? undefined : readUrl(value);
  const start = read?.isReadable === true ? value.toLowerCase().indexOf(read.host, `${read.protocol}://`.length) : -1;
  if (read?.isReadable !== true || start < 0) {
    return markup`<code>${value}</code>`;
  }
  const end = start + read.host.length;
  return markup`<code>${value.slice(0, start)}<b>${value.slice(start, end)}</b>${value.slice(end)}</code>`;
}

/** Two values, each with what is not in the other one marked. */
export function markedValues(one: ShownValue, other: ShownValue): readonly [Markup, Markup] {
  if (isUrl(one) && isUrl(other)) {
    const [first, second] = differingParts(one, other);
    return [markedText(first), markedText(second)];
  }
  return [markedValue(one, other), markedValue(other, one)];
}

function isUrl(value: ShownValue): value is string {
  return typeof value === "string" && /^https?:/i.test(value);
}

function markedValue(value: ShownValue, other: ShownValue): Markup {
  if (value === null || value.length === 0) {
    return markup`<mark>${valueText(value)}</mark>`;
  }
  if (typeof value === "string") {
    return markup`<code><mark>${value}</mark></code>`;
  }
  const others = new Set(Array.isArray(other) ? other : []);
  const isReordered = value.every((event) => others.has(event)) && value.length === others.size;
  return isReordered
    ? markup`${eventList(value.map((event) => markup`${event}`))} <mark>in another order</mark>`
    : eventList(value.map((event) => (others.has(event) ? markup`${event}` : markup`<mark>${event}</mark>`)));
}

function markedText([before, differing, after]: MarkedText): Markup {
  return differing === ""
    ? markup`<code>${before}${after}</code>`
    : markup`<code>${before}<mark>${differing}</mark>${after}</code>`;
}

function eventList(events: readonly Markup[]): Markup {
  return markup`<code class=e>${events.map((event, index) => (index === 0 ? event : markup` ${event}`))}</code>`;
}
