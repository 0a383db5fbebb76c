import { pageServices, withLargePage } from "../large-page.mjs";
import { inTurns } from "../rounds.mjs";
import { summarize } from "../statistics.mjs";
import { number, spread } from "../text.mjs";

const most = 2000;

/** @type {import("../measure.mjs").Row} */
export const row = {
  what: `HTML report of ${number(pageServices)} services: from opening it until it is drawn and can be filtered`,
  goal: "at most 2 s",
  measure: (bench) =>
    withLargePage(bench, async ({ open }) => {
      const measured = await inTurns(
        {
          usable: async () => {
            const start = performance.now();
            const page = await open();
            await page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done)))");
            const time = performance.now() - start;
            await page.close();
            return time;
          },
        },
        bench.rounds(7),
        bench.say,
      );
      const usable = summarize(measured.usable);
      return {
        figure: `${number(usable.median)} ms`,
        spread: `${spread(usable)} ms`,
        holds: usable.median <= most,
        notes: [],
        values: { usable },
      };
    }),
};
