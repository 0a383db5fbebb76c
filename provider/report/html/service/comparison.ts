// Tested by test/report/html/browser.test.ts
import type { AuditedService, AuditViolation } from "../../../audit/audit-report";
import type { WebhookProperty } from "../../../audit/webhook-values";
import { printableJson } from "../../../text/printable";
import { markup, nothing, type Markup } from "../markup";
import { markedValues, propertyLabels, valueText } from "./values";

const properties: readonly WebhookProperty[] = ["preWebhookUrl", "postWebhookUrl", "filters", "method"];

/** The live, the recorded and the expected values side by side; only what is known, and of the same only one. */
export function comparison(service: AuditedService): Markup {
  const { live, recorded, violations, differences } = service;
  if (live === null && recorded === null) {
    return nothing;
  }
  const isSame = recorded !== null && live !== null && differences.length === 0;
  if ((isSame || recorded === null || live === null) && violations.length === 0) {
    const values = live ?? recorded;
    const label = isSame ? "Live, and recorded the same" : live === null ? "Recorded" : "Live";
    const facts = properties.map(
      (property) => markup`<dt>${propertyLabels[property]}<dd>${valueText(values?.[property])}`,
    );
    return markup`<h4>${label}</h4><dl>${facts}</dl>`;
  }
  const others = differences.map(({ property }) => property).filter((property) => !properties.includes(property));
  const columns = [
    ...(live === null ? [] : ["Live"]),
    ...(recorded === null ? [] : ["Recorded"]),
    ...(violations.length === 0 ? [] : ["Expected"]),
  ];
  return markup`<div class="wide" role="group" aria-label="Comparison" tabindex="0"><table class="cmp"><thead><tr><td>${columns.map((column) => markup`<th scope="col">${column}`)}
<tbody>${[...properties, ...others].map((property) => comparisonRow(service, property))}</table></div>`;
}

function comparisonRow({ live, recorded, violations, differences }: AuditedService, property: WebhookProperty): Markup {
  const difference = differences.find((each) => each.property === property);
  const [liveValue, recordedValue] =
    difference === undefined
      ? [valueText(live?.[property]), valueText(recorded?.[property])]
      : markedValues(difference.live, difference.recorded);
  const broken = violations.filter((violation) => violation.property === property);
  const rowClass = difference !== undefined || broken.length > 0 ? markup` class="differs"` : nothing;
  return markup`<tr${rowClass}><th scope="row">${propertyLabels[property]}${live === null ? nothing : markup`<td>${liveValue}`}${
    recorded === null ? nothing : markup`<td>${recordedValue}`
  }${violations.length === 0 ? nothing : markup`<td>${broken.length === 0 ? markup`<span class="unset">–</span>` : broken.map(expectedText)}`}`;
}

/** The expected value, of which the part that differs is marked. */
function expectedText({ condition, expected, found }: AuditViolation): Markup {
  const name = condition === "equals" ? nothing : markup`<span class="unset">${condition}</span> `;
  if (typeof expected === "string") {
    const [, marked] =
      found !== null && typeof found === "string" && condition === "equals" ? markedValues(found, expected) : [];
    return markup`<div>${name}${marked ?? markup`<code>${expected}</code>`}</div>`;
  }
  return markup`<div>${name}<code>${expected === null ? "null" : printableJson(expected)}</code></div>`;
}
