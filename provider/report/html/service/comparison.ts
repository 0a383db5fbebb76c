// Tested by test/report/html/browser.test.ts
import type { AuditedCondition, AuditedExpectation, AuditedService } from "../../../audit/audit-report";
import { locationText } from "../../../audit/file-location";
import type { WebhookProperty } from "../../../audit/webhook-values";
import { printableJson } from "../../../text/printable";
import { markup, nothing, type Markup } from "../markup";
import { markedValues, propertyLabels, valueText } from "./values";

/** A row: a property of the configuration, or what all of them come to. */
type Row = WebhookProperty | "delivers";

const properties: readonly WebhookProperty[] = ["preWebhookUrl", "postWebhookUrl", "filters", "method"];

/** The live, the recorded and the expected values side by side; only what is known, and of the same only one. */
export function comparison(service: AuditedService): Markup {
  const { live, recorded, expectations, differences } = service;
  if (live === null && recorded === null && expectations.length === 0) {
    return nothing;
  }
  const isSame = recorded !== null && live !== null && differences.length === 0;
  if ((isSame || recorded === null || live === null) && expectations.length === 0) {
    const values = live ?? recorded;
    const label = isSame ? "Live, and recorded the same" : live === null ? "Recorded" : "Live";
    const facts = properties.map(
      (property) => markup`<dt>${propertyLabels[property]}<dd>${valueText(values?.[property])}`,
    );
    return markup`<h4>${label}</h4><dl>${facts}</dl>`;
  }
  const others = [...differences, ...expectations.flatMap(({ conditions }) => conditions)].map(
    ({ property }) => property,
  );
  const rows = new Set<Row>([...properties, ...others]);
  const columns = columnsOf(service, isSame);
  return markup`<div class=wide role=group aria-label=Comparison tabindex=0><table class=cmp><tr><td>${columns.map(
    ({ head }) => markup`<th scope=col>${head}`,
  )}${[...rows].map((row) => {
    const cells = columns.map(({ cell }) => markup`<td>${cell(row)}`);
    return markup`<tr${differs(service, row) ? markup` class=differs` : nothing}><th scope=row>${propertyLabels[row]}${cells}`;
  })}</table></div>`;
}

interface Column {
  readonly head: Markup;
  readonly cell: (row: Row) => Markup;
}

function columnsOf(service: AuditedService, isSame: boolean): readonly Column[] {
  const { live, recorded, expectations } = service;
  const [liveOf, recordedOf] = [0, 1].map((index) => (row: Row) => comparedValues(service, row)[index] ?? nothing);
  return [
    ...(live === null || liveOf === undefined
      ? []
      : [{ head: isSame ? markup`Live, and recorded the same` : markup`Live`, cell: liveOf }]),
    ...(recorded === null || recordedOf === undefined || isSame ? [] : [{ head: markup`Recorded`, cell: recordedOf }]),
    ...expectations.map((expectation) => ({
      head: markup`Expected <small>by ${expectation.place === null ? "the stack" : locationText(expectation.place)}</small>`,
      cell: (row: Row) => expectedCell(service, expectation, row),
    })),
  ];
}

function differs({ differences, violations }: AuditedService, row: Row): boolean {
  return [...differences, ...violations].some(({ property }) => property === row);
}

function comparedValues({ live, recorded, differences }: AuditedService, row: Row): readonly Markup[] {
  if (row === "delivers") {
    return [];
  }
  const difference = differences.find((each) => each.property === row);
  return difference === undefined
    ? [valueText(live?.[row]), valueText(recorded?.[row])]
    : markedValues(difference.live, difference.recorded);
}

function expectedCell(service: AuditedService, { conditions, of }: AuditedExpectation, row: Row): Markup {
  const ofRow = conditions.filter(({ property }) => property === row);
  return ofRow.length === 0
    ? markup`<span class=u>–</span>`
    : markup`${ofRow.map((condition, index) => {
        const separator = index === 0 ? nothing : markup`<br>`;
        return markup`${separator}${conditionText(service, condition, of)}`;
      })}`;
}

/** A condition, and whether it holds; of one that does not, the part that differs is marked. */
function conditionText(
  { violations, verdict, live }: AuditedService,
  { property, condition, expected }: AuditedCondition,
  of: AuditedExpectation["of"],
): Markup {
  const broken = violations.find(
    (each) => each.of === of && each.property === property && each.condition === condition,
  );
  const isJudged = live !== null && verdict !== "unreadable";
  const sign = isJudged
    ? markup`<span class=${broken === undefined ? "y" : "w"}>${broken === undefined ? "✓" : "✕"}</span> `
    : nothing;
  const name = condition === "equals" ? nothing : markup`<span class=u>${condition}</span> `;
  return markup`${sign}${name}${expectedText(broken?.expected ?? expected, condition === "equals" ? broken?.found : undefined)}`;
}

function expectedText(expected: AuditedCondition["expected"], found: AuditedCondition["expected"] | undefined): Markup {
  if (typeof expected !== "string") {
    return markup`<code>${expected === null ? "null" : printableJson(expected)}</code>`;
  }
  const [, marked] = typeof found === "string" ? markedValues(found, expected) : [];
  return marked ?? markup`<code>${expected}</code>`;
}
