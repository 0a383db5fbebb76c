// Tested by test/cli/explain-command.test.ts
import { styleText } from "node:util";
import { explanationVersion, type ExplainedService, type Explanation } from "../audit/explain/explanation";
import type { EventDelivery, NotSentReason, UnknownDeliveryReason } from "../delivery/event-delivery";
import { printableText } from "../text/printable";
import { jsonText } from "./json";
import type { RenderOptions } from "./render-options";
import { renderTable } from "./table";
import { serviceText } from "./report-text";
import { padded, widthOf, wrapped } from "./wrapped-text";

const gap = "  ";
const whenWidth = 4;
const styles = { sent: "green", notSent: "dim", unknown: "magenta" } as const;

/** The explanation as `schemas/explanation.schema.json` describes it. */
export function renderExplanationJson({ report, explained }: Explanation): string {
  const { tool, startedAt, outcome, failOn, accounts, problems, warnings } = report;
  return jsonText({
    version: explanationVersion,
    tool,
    startedAt,
    outcome,
    failOn,
    explained,
    accounts,
    problems,
    warnings,
  });
}

/** A table of the events for people, and below it what an audit says of the service. */
export function renderExplanation({ report, explained }: Explanation, options: RenderOptions): string {
  const tables = new Map<string, string>();
  for (const one of explained) {
    // Two stacks that recorded it mostly read it with the same account.
    tables.set(JSON.stringify([one.events, one.service.account]), eventTable(one, options));
  }
  return [...tables.values(), renderTable(report, options)].filter((text) => text !== "").join("\n");
}

function eventTable({ service, events }: ExplainedService, { width, colours }: RenderOptions): string {
  if (events === null) {
    const why = service.live === null ? "it was not read" : "its list of events is secret";
    return `${wrapped(`Who is told of the events of ${serviceText(service)} is not known: ${why}.`, width).join("\n")}\n`;
  }
  const nameWidth = Math.max(...events.map(({ event }) => widthOf(shownEvent(event))));
  const start = nameWidth + whenWidth + 2 * gap.length;
  const room = width === undefined ? undefined : Math.max(20, width - start);
  const rows = events.flatMap((event) => {
    const [first = "", ...rest] = wrapped(destination(event), room);
    const paint = (line: string) => (colours ? styleText(styles[event.status], line, { validateStream: false }) : line);
    const head = [padded(shownEvent(event.event), nameWidth), padded(event.moment ?? "?", whenWidth)].join(gap);
    return [`${head}${gap}${paint(first)}`, ...rest.map((line) => " ".repeat(start) + paint(line))];
  });
  const header = [padded("EVENT", nameWidth), padded("WHEN", whenWidth), "SENT TO"].join(gap);
  return [
    ...wrapped(`Events of ${serviceText(service)}`, width),
    "",
    colours ? styleText("bold", header, { validateStream: false }) : header,
    ...rows,
    "",
  ].join("\n");
}

function shownEvent(event: string): string {
  const shown = printableText(event);
  return shown.length > 60 ? `${shown.slice(0, 57)}...` : shown;
}

const whose = { service: "", account: " (the account's settings)", flex: "" } as const;

/** `POST https://…`, or why it is not sent. */
function destination(event: EventDelivery): string {
  switch (event.status) {
    case "sent":
      return event.by === "flex"
        ? "Twilio Flex (the account's settings)"
        : `${event.method ?? "POST"} ${printableText(event.url ?? "")}${whose[event.by]}`;
    case "notSent":
      return `nobody: ${notSent[event.reason](event.by === "service" || event.by === null ? "the service" : "the account")}`;
    case "unknown":
      return `not known: ${unknown[event.reason]}`;
  }
}

const notSent: Readonly<Record<NotSentReason, (owner: string) => string>> = {
  noUrl: () => "neither the service nor its account has a URL",
  noEvents: (owner) => `${owner} lists no event`,
  notListed: (owner) => `${owner} does not list it`,
  noPreUrl: (owner) => `${owner} lists it and has no preWebhookUrl`,
  noPostUrl: (owner) => `${owner} lists it and has no postWebhookUrl`,
};

const unknown: Readonly<Record<UnknownDeliveryReason, string>> = {
  accountUnknown: "the service has no URL of its own, and its account's settings could not be read",
  momentUnknown: "Twilio does not document when it is sent",
  targetUnknown: "the account leads to something else than URLs and Flex",
};
