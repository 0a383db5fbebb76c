import type { EventDelivery } from "../../../delivery/event-delivery";
import type { AuditVerdict } from "../../../audit/verdict";
import { chunks } from "../chunks";
import { eventColumns, runs } from "./event-columns";
import type { Hosts } from "./hosts";
import { markup, nothing, type Markup } from "../markup";
import { severityBadges, verdictBadge } from "../badges";
import type { ShownService } from "../shown-service";

/** Who is told of which event of each service, a row a service. */
export function matrix(services: readonly ShownService[], hosts: Hosts): Markup {
  const hasOthers = services.some(({ events }) => (events?.length ?? 0) > eventColumns.length);
  return services.length === 0
    ? nothing
    : markup`<section id="matrix"><h2>Who is told of what</h2>
${legend(hosts)}
<table id="rows" role="table" class="${hasOthers ? "m o" : "m"}"><caption>Services, and who is told of each of their events</caption>
<thead role="rowgroup">${head(hasOthers)}</thead>
${chunks(services).map(
  (chunk) => markup`<tbody role="rowgroup">
${chunk.map((service) => row(service, hosts, hasOthers))}</tbody>`,
)}</table></section>
`;
}

function head(hasOthers: boolean): Markup {
  const others = hasOthers
    ? markup`<th role="columnheader" scope="col" class="v p" title="events that Twilio does not document"><span>others</span>`
    : nothing;
  const moments = runs(eventColumns, ({ moment }) => moment).map(
    ([first, ...rest]) =>
      markup`<th role="columnheader" scope="colgroup" class="p" colspan="${1 + rest.length}">${first?.moment === "pre" ? "Before an action (pre)" : "After an action (post)"}`,
  );
  const subjects = runs(eventColumns, ({ moment, subject }) => `${moment} ${subject}`).map(
    ([first, ...rest]) =>
      markup`<th role="columnheader" scope="colgroup"${groupClass(first?.event)} colspan="${1 + rest.length}"><span>${first?.subject}</span>`,
  );
  const actions = eventColumns.map(
    ({ event, action }) =>
      markup`<th role="columnheader" scope="col" class="${startsGroup(event) ? "v p" : "v"}" title="${event}"><span>${action}</span>`,
  );
  return markup`<tr role="row"><th role="columnheader" scope="col" class="s">Service<th role="columnheader" scope="col" class="s">State${moments}${hasOthers ? markup`<td class="p">` : nothing}
<tr role="row"><td class="s"><td class="s">${subjects}${hasOthers ? markup`<td class="p">` : nothing}
<tr role="row"><td class="s"><td class="s">${actions}${others}`;
}

const firstOfMoment = new Set(runs(eventColumns, ({ moment }) => moment).map(([first]) => first?.event));

function startsGroup(event: string | undefined): boolean {
  return firstOfMoment.has(event);
}

function groupClass(event: string | undefined): Markup {
  return startsGroup(event) ? markup` class="p"` : nothing;
}

function row(shown: ShownService, hosts: Hosts, hasOthers: boolean): Markup {
  const { service, id, label } = shown;
  const origin = service.source.kind === "stack" ? markup` <small>${service.source.stack}</small>` : nothing;
  return markup`<tr role=row><th scope=row><a href=#${id}>${label}</a>${origin}<td>${verdictBadge(service.verdict)}${severityBadges(service.findings)}${cells(shown, hosts, hasOthers)}
`;
}

function cells({ service, events }: ShownService, hosts: Hosts, hasOthers: boolean): readonly Markup[] {
  if (events === null) {
    const span = eventColumns.length + (hasOthers ? 1 : 0);
    return [markup`<td class="q p" colspan="${span}">${unknownText(service.verdict)}`];
  }
  const documented = events.slice(0, eventColumns.length);
  const moments = runs(documented, ({ moment }) => moment ?? "");
  return [
    ...moments.flatMap((ofMoment) =>
      runs(ofMoment, (event) => outcomeOf(event, hosts).key).map((run, index) => cell(run, hosts, index === 0)),
    ),
    ...(hasOthers ? [otherEvents(events.slice(eventColumns.length))] : []),
  ];
}

function unknownText(verdict: AuditVerdict): string {
  return (
    { unreadable: "could not be read", missing: "there is no such service" }[verdict as string] ??
    "its list of events is secret"
  );
}

function cell(run: readonly EventDelivery[], hosts: Hosts, isFirst: boolean): Markup {
  const [first] = run;
  if (first === undefined) {
    return nothing;
  }
  const { kind, short, rest } = outcomeOf(first, hosts);
  const classes = isFirst ? `${kind} p` : kind;
  const quoted = classes.includes(" ") ? markup`"${classes}"` : markup`${classes}`;
  return run.length === 1
    ? markup`<td class=${quoted}>${short}`
    : markup`<td class=${quoted} colspan=${run.length}>${short}${rest === "" ? "" : ` ${rest}`}`;
}

function otherEvents(events: readonly EventDelivery[]): Markup {
  return events.length === 0
    ? markup`<td class="n p">none`
    : markup`<td class="q p" title="${events.map(({ event }) => event).join(", ")}">? ${events.length}`;
}

interface Outcome {
  /** Neighbours of the same are one cell. */
  readonly key: string;
  /** The cell's class. */
  readonly kind: string;
  /** All there is room for in a cell of one event. */
  readonly short: Markup;
  /** The text that follows it in a wider one. */
  readonly rest: string;
}

/** Reasons for which an event that may be wanted has nobody to go to. */
const nobody: readonly string[] = ["noUrl", "noPreUrl", "noPostUrl"];

function outcomeOf(event: EventDelivery, hosts: Hosts): Outcome {
  switch (event.status) {
    case "sent": {
      if (event.url === null) {
        return { key: "flex", kind: "f", short: markup`<b>Flex</b>`, rest: "" };
      }
      const host = hosts.of(event.url);
      const [kind, sign] = event.by === "account" ? [`h${host?.colour ?? 0} a`, "↑"] : [`h${host?.colour ?? 0}`, ""];
      return {
        key: `${kind} ${host?.key ?? ""}`,
        kind,
        short: markup`<b>${sign}${host?.key}</b>`,
        rest: host?.name ?? "",
      };
    }
    case "notSent":
      return nobody.includes(event.reason)
        ? { key: "nobody", kind: "x", short: markup`<b>∅</b>`, rest: "nobody" }
        : { key: "off", kind: "n", short: markup`not sent`, rest: "" };
    case "unknown":
      return { key: "unknown", kind: "q", short: markup`<b>?</b>`, rest: "not known" };
  }
}

function legend(hosts: Hosts): Markup {
  const most = 12;
  const items = hosts.all.map(
    ({ key, name, colour, services }) =>
      markup`<li><a href="#host=${encodeURIComponent(name)}"><span class=h${colour}><b>${key}</b></span> ${name}</a> <small>${countOf(services)}</small>`,
  );
  const more =
    items.length <= most
      ? nothing
      : markup`<details class=more><summary>${(items.length - most).toLocaleString("en-US")} more hosts</summary><ul class="legend" aria-label="More hosts">${items.slice(most)}</ul></details>`;
  return markup`<ul class="legend" aria-label="Who is told">${items.slice(0, most)}
<li><span class="h0 a"><b>↑</b></span> by the account's settings
<li><span class="f">Flex</span> routed inside Twilio
<li><span class="x">∅</span> nobody: no URL is set for it
<li><span class="n">not sent</span> not sent: it is not listed</ul>${more}`;
}

function countOf(services: number): string {
  return services === 1 ? "1 service" : `${services.toLocaleString("en-US")} services`;
}
