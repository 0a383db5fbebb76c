// Tested by test/report/html/remedies.test.ts
import type { AuditReport } from "../../../audit/audit-report";
import { displayedLines } from "../../../text/displayed-text";
import { markup, message, nothing, type Markup } from "../markup";

/** From so many on, the same remedy is said once, and each of those that need it has a link there. */
const many = 20;

/** The ways out of all that is wrong in a report. Those of many are numbered, the most frequent first. */
export class Remedies {
  readonly #shared: ReadonlyMap<string, { readonly number: number; readonly count: number }>;

  constructor({ services, accounts }: Pick<AuditReport, "services" | "accounts">) {
    const counts = new Map<string, number>();
    const open = [...services, ...accounts]
      .flatMap(({ findings }) => findings)
      .flatMap(({ accepted, remediation }) => (accepted === null ? [remediation] : []));
    for (const text of [...services.map(({ remediation }) => remediation.join("\n")), ...open]) {
      counts.set(text, (counts.get(text) ?? 0) + 1);
    }
    const shared = [...counts].filter(([text, count]) => text !== "" && count >= many);
    shared.sort(([, ofOne], [, ofOther]) => ofOther - ofOne);
    this.#shared = new Map(shared.map(([text, count], index) => [text, { number: index + 1, count }]));
  }

  /** The remedy, or a link to where it stands. */
  of(text: string): Markup {
    const shared = this.#shared.get(text);
    return shared === undefined ? steps(text) : markup`<p><a href=#r${shared.number}>Remedy ${shared.number}</a>`;
  }

  /** The remedies that are said once. */
  section(): Markup {
    const items = [...this.#shared].map(
      ([text, { number, count }]) =>
        markup`<div class=card id=r${number}><h3>Remedy ${number}</h3> <small>needed ${count.toLocaleString("en-US")} times</small>${steps(text)}</div>
`,
    );
    return items.length === 0
      ? nothing
      : markup`<section id="remedies"><h2>Remedies</h2>${items}</section>
`;
  }
}

/** Steps; a command among them is in an element of its own, which gets a button that copies it. */
function steps(text: string): Markup {
  const lines = displayedLines(text).filter((line) => line.trim() !== "");
  return markup`<div class=remedy>${lines.map((line) =>
    isCommand(line)
      ? markup`<div class=cmd><code>${message(line.trim())}</code></div>`
      : markup`<p>${message(line.trim())}`,
  )}</div>`;
}

function isCommand(line: string): boolean {
  return /^\s*(?:twilio api:|pulumi [a-z]|npx )\S/.test(line);
}
