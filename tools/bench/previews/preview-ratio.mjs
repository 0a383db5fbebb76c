import { inTurns } from "../figures/rounds.mjs";
import { summarize, summarizeRatios } from "../figures/statistics.mjs";
import { number, spread } from "../figures/text.mjs";

/**
 * Compares how long two previews take.
 *
 * @param {import("../bench.mjs").Bench} bench
 * @param {{ ours: () => Promise<number>, theirs: () => Promise<number> }} previews
 * @param {{ rounds: number, most: number }} options how many rounds there usually are, and the greatest ratio that holds
 * @returns {Promise<import("../measure.mjs").Measured>}
 */
export async function comparePreviews(bench, previews, { rounds, most }) {
  const { ours, theirs } = await inTurns(previews, bench.rounds(rounds), bench.say);
  const ratio = summarizeRatios(ours, theirs);
  const seconds = { ours: summarize(ours), theirs: summarize(theirs) };
  return {
    figure: `${number(ratio.median, 3)} ×`,
    spread: spread(ratio, 3),
    holds: ratio.median <= most,
    notes: [`${number(seconds.ours.median, 2)} s against ${number(seconds.theirs.median, 2)} s, ${ratio.count} pairs`],
    values: { ratio, seconds },
  };
}
