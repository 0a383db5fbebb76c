import { printableText } from "../text/printable";
import { readUrl } from "../url/readable-url";

const before = 60;
const shownAtMost = 160;

/** Two lines for two URLs, and a third with a caret under the first difference in the second. */
export function urlDifference(expected: string, found: string): readonly string[] {
  const [inExpected, inFound] = firstDifference(expected, found);
  const start = inFound <= before + 10 ? 0 : inFound - before;
  const lead = start === 0 ? 0 : "...".length;
  const caret = lead + printableText(found.slice(start, inFound)).length;
  const what = inFound >= found.length ? "the found URL ends here" : "first difference";
  return [
    `expected: ${clipped(expected, inExpected <= before + 10 ? 0 : inExpected - before)}`,
    `found:    ${clipped(found, start)}`,
    `${" ".repeat("found:    ".length + caret)}^ ${what}`,
  ];
}

/** The positions of the first difference that matters: two spellings of one host are no difference. */
function firstDifference(expected: string, found: string): readonly [inExpected: number, inFound: number] {
  const [one, other] = [readUrl(expected), readUrl(found)];
  const isSameSite =
    one.isReadable &&
    other.isReadable &&
    one.protocol === other.protocol &&
    one.host === other.host &&
    one.port === other.port &&
    one.userInfo === other.userInfo;
  const starts = isSameSite ? [expected.length - one.tail.length, found.length - other.tail.length] : [0, 0];
  const [inExpected = 0, inFound = 0] = starts;
  let common = 0;
  while (inExpected + common < expected.length && expected[inExpected + common] === found[inFound + common]) {
    common += 1;
  }
  return [inExpected + common, inFound + common];
}

function clipped(url: string, start: number): string {
  const end = start + shownAtMost;
  return `${start > 0 ? "..." : ""}${printableText(url.slice(start, end))}${end < url.length ? "..." : ""}`;
}
