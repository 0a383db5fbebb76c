import { pageServices, withLargePage } from "./large-page.mjs";
import { inTurns } from "../figures/rounds.mjs";
import { summarize } from "../figures/statistics.mjs";
import { number, spread } from "../figures/text.mjs";

/**
 * A row that measures milliseconds in the HTML report of many services, of each of which something is wrong.
 *
 * @param {object} row
 * @param {string} row.deed follows the size of the report
 * @param {string} row.goal
 * @param {number} row.most in milliseconds
 * @param {number} row.rounds
 * @param {(open: () => Promise<import("playwright-core").Page>) => () => Promise<number>} row.stopwatch made once, and asked in each round
 * @returns {import("../measure.mjs").Row}
 */
export function pageMilliseconds({ deed, goal, most, rounds, stopwatch }) {
  return {
    what: `HTML report of ${number(pageServices)} services with something wrong with each: ${deed}`,
    goal,
    measure: (bench) =>
      withLargePage(bench, { isWorst: true }, async ({ open }) => {
        const { page } = await inTurns({ page: stopwatch(open) }, bench.rounds(rounds), bench.say);
        const milliseconds = summarize(page);
        return {
          figure: `${number(milliseconds.median)} ms`,
          spread: `${spread(milliseconds)} ms`,
          holds: milliseconds.median <= most,
          notes: [],
          values: { milliseconds },
        };
      }),
  };
}
