import { elapsed } from "../set-up/progress.mjs";
import { Bench } from "./bench.mjs";
import { rowFile } from "./row-names.mjs";

/**
 * The result of a row.
 *
 * @typedef {object} Measured
 * @property {string} figure the median, with its unit
 * @property {string} spread from the first to the third quartile
 * @property {boolean} holds whether the median reaches the goal
 * @property {string[]} notes what else there is to know
 * @property {Record<string, unknown>} values the numbers themselves
 */

/**
 * A row of the table.
 *
 * @typedef {object} Row
 * @property {string} what is measured, and against what
 * @property {string} goal
 * @property {(bench: Bench) => Promise<Measured>} measure throws where it cannot be measured, or its check fails
 */

/** @typedef {{ name: string, what: string, goal: string } & (Measured | { failure: string })} RowResult */

/**
 * Measures one row after another; one that cannot be measured does not keep the others from it.
 *
 * @param {readonly string[]} names
 * @param {{ engine: import("../engine/index.mjs").Engine, rounds: number | undefined, say: import("../set-up/progress.mjs").Log }} surroundings
 * @returns {Promise<RowResult[]>}
 */
export async function measureAll(names, surroundings) {
  const { say } = surroundings;
  /** @type {RowResult[]} */
  const results = [];
  for (const name of names) {
    const { row } = /** @type {{ row: Row }} */ (await import(`./rows/${rowFile(name)}`));
    const { what, goal } = row;
    const start = Date.now();
    say(`${name}: ${what}`);
    const bench = new Bench(surroundings);
    try {
      results.push({ name, what, goal, ...(await row.measure(bench)) });
    } catch (error) {
      const failure = error instanceof Error ? error.message : String(error);
      say(`  ${failure}`);
      results.push({ name, what, goal, failure });
    } finally {
      await bench.end();
    }
    say(`  (${elapsed(Date.now() - start)})`);
  }
  return results;
}
