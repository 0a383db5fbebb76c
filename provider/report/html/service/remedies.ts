// Tested by test/report/html/browser.test.ts
import { displayedLines } from "../../../text/displayed-text";
import { markup, message, type Markup } from "../markup";

/** Steps of a remedy; a command among them is in an element of its own, which gets a button that copies it. */
export function remedy(text: string): Markup {
  const lines = displayedLines(text).filter((line) => line.trim() !== "");
  return markup`<div class=remedy>${lines.map((line) =>
    isCommand(line)
      ? markup`<div class=cmd><code tabindex=0>${message(line.trim())}</code></div>`
      : markup`<p>${message(line.trim())}`,
  )}</div>`;
}

function isCommand(line: string): boolean {
  return /^\s*(?:twilio api:|pulumi [a-z]|npx )\S/.test(line);
}
