import { pageServices, withLargePage } from "../large-page.mjs";
import { number } from "../text.mjs";

const most = 6_000_000;

/** @type {import("../measure.mjs").Row} */
export const row = {
  what: `file of an HTML report of ${number(pageServices)} services`,
  goal: "below 6 MB",
  measure: (bench) =>
    withLargePage(bench, async ({ bytes }) => ({
      figure: `${number(bytes / 1e6, 2)} MB`,
      spread: "always the same",
      holds: bytes < most,
      notes: [],
      values: { bytes },
    })),
};
