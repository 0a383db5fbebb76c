import { pageServices, withLargePage } from "../../page/large-page.mjs";
import { number } from "../../figures/text.mjs";

const most = 6_000_000;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `file of an HTML report of ${number(pageServices)} services with something wrong with each`,
  goal: "below 6 MB",
  async measure(bench) {
    const worst = await withLargePage(bench, { isWorst: true }, async ({ bytes }) => bytes);
    const usual = await withLargePage(bench, { isWorst: false }, async ({ bytes }) => bytes);
    return {
      figure: `${number(worst / 1e6, 2)} MB`,
      spread: "always the same",
      holds: worst < most,
      notes: [`with something wrong with one in ten ${number(usual / 1e6, 2)} MB`],
      values: { worst, usual },
    };
  },
};
