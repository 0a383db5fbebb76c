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
  return differences.length === 0 ? facts(service) : table(service);
}

/** The values one below the other, each with what is expected of it. */
function facts(service: AuditedService): Markup {
  const { live, recorded, expectations } = service;
  const values = live ?? recorded;
  const known =
    values === null ? "Not known" : live === null ? "Recorded" : recorded === null ? "Live" : "Live, as recorded";
  const by = expectations.length === 0 ? nothing : markup`; expected by ${expectations.map(placeText).join(" and ")}`;
  const rows = rowsOf(service).map((row) => {
    const value = row === "delivers" || values === null ? nothing : markup`<dd>${valueText(values[row])}`;
    const expected = expectations.flatMap((expectation) => conditionTexts(service, expectation, row));
    return markup`<dt>${propertyLabels[row]}${value}${expected.map((text) => markup`<dd>${text}`)}`;
  });
  return markup`<h4>${known}${by}</h4><dl>${rows}</dl>`;
}

function table(service: AuditedService): Markup {
  const columns = columnsOf(service);
  const heads = columns.map(({ head }) => markup`<th scope=col>${head}`);
  const rows = rowsOf(service).map((row) => {
    const kind = differs(service, row) ? markup` class=differs` : nothing;
    return markup`<tr${kind}><th scope=row>${propertyLabels[row]}${columns.map(({ cell }) => markup`<td>${cell(row)}`)}`;
  });
  return markup`<div class=wide role=group aria-label=Comparison tabindex=0><table class=cmp><tr><td>${heads}${rows}</table></div>`;
}

function rowsOf({ differences, expectations }: AuditedService): readonly Row[] {
  const others = [...differences, ...expectations.flatMap(({ conditions }) => conditions)];
  return [...new Set<Row>([...properties, ...others.map(({ property }) => property)])];
}

function placeText({ place }: AuditedExpectation): string {
  return place === null ? "the stack" : locationText(place);
}

interface Column {
  readonly head: Markup;
  readonly cell: (row: Row) => Markup;
}

function columnsOf(service: AuditedService): readonly Column[] {
  const values = (index: 0 | 1) => (row: Row) => comparedValues(service, row)[index] ?? nothing;
  return [
    { head: markup`Live`, cell: values(0) },
    { head: markup`Recorded`, cell: values(1) },
    ...service.expectations.map((expectation) => ({
      head: markup`Expected <small>by ${placeText(expectation)}</small>`,
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

function expectedCell(service: AuditedService, expectation: AuditedExpectation, row: Row): Markup {
  const texts = conditionTexts(service, expectation, row);
  return texts.length === 0
    ? markup`<u>–</u>`
    : markup`${texts.map((text, index) => (index === 0 ? text : markup`<br>${text}`))}`;
}

function conditionTexts(service: AuditedService, { conditions, of }: AuditedExpectation, row: Row): readonly Markup[] {
  return conditions
    .filter(({ property }) => property === row)
    .map((condition) => conditionText(service, condition, of));
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
  const sign = !isJudged ? nothing : broken === undefined ? markup`✓ ` : markup`<b class=w>✕</b> `;
  const name = condition === "equals" ? nothing : markup`<u>${condition}</u> `;
  return markup`${sign}${name}${expectedText({ property, condition, expected: broken?.expected ?? expected }, broken?.found)}`;
}

function expectedText(asked: AuditedCondition, found: AuditedCondition["expected"] | undefined): Markup {
  const { condition, expected } = asked;
  const [, marked] =
    condition === "equals" && typeof found === "string" && typeof expected === "string"
      ? markedValues(found, expected)
      : [];
  return marked ?? markup`${plainText(asked)}`;
}

function plainText({ property, condition, expected }: AuditedCondition): string {
  if (typeof expected === "string") {
    return expected;
  }
  const areTexts = Array.isArray(expected) && expected.length > 0 && expected.every((item) => typeof item === "string");
  const isChoice = property !== "filters" && property !== "delivers" && condition !== "query";
  return areTexts ? expected.join(isChoice ? " or " : ", ") : printableJson(expected);
}
