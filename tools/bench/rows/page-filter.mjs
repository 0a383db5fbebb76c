import { pageServices, withLargePage } from "../large-page.mjs";
import { inTurns } from "../rounds.mjs";
import { summarize } from "../statistics.mjs";
import { number, spread } from "../text.mjs";

const most = 100;

/** Choices, one after another; every other one shows all services again. */
const choices = [
  ["q", "line 12"],
  ["q", ""],
  ["verdict", "drifted"],
  ["verdict", ""],
  ["severity", "warning"],
  ["severity", ""],
  ["host", "bots.acme.io"],
  ["host", ""],
];

/** Chooses, and tells the milliseconds until the frame with the answer is drawn. */
const choose = `async ([name, value]) => {
  const field = document.querySelector("[name=" + name + "]");
  const start = performance.now();
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
  return performance.now() - start;
}`;

/** @type {import("../measure.mjs").Row} */
export const row = {
  what: `filtering an HTML report of ${number(pageServices)} services, the slowest of ${choices.length} choices`,
  goal: "at most 100 ms",
  measure: (bench) =>
    withLargePage(bench, async ({ open }) => {
      const page = await open();
      const measured = await inTurns(
        {
          filter: async () => {
            const times = [];
            for (const choice of choices) {
              times.push(Number(await page.evaluate(`(${choose})(${JSON.stringify(choice)})`)));
            }
            return Math.max(...times);
          },
        },
        bench.rounds(15),
        bench.say,
      );
      const filter = summarize(measured.filter);
      return {
        figure: `${number(filter.median)} ms`,
        spread: `${spread(filter)} ms`,
        holds: filter.median <= most,
        notes: [],
        values: { filter },
      };
    }),
};
