/**
 * Something that must hold besides the tests. It counts as one test.
 *
 * @typedef {{ title: string, run: () => Promise<void> }} Gate
 */

/**
 * @typedef {object} GateResults
 * @property {import("./counting-reporter.mjs").Counts} counts
 * @property {string[]} failed the titles
 */

/**
 * Runs gates. One that fails does not keep the others from being tried.
 *
 * @param {(line: string) => void} say
 * @param {Gate[]} gates
 * @param {number} [atOnce] how many run at the same time (default: 1)
 * @returns {Promise<GateResults>}
 */
export async function runGates(say, gates, atOnce = 1) {
  const waiting = [...gates];
  /** @type {string[]} */
  const failed = [];
  const runOneAfterAnother = async () => {
    for (let gate = waiting.shift(); gate !== undefined; gate = waiting.shift()) {
      try {
        await gate.run();
        say(`✓ ${gate.title}`);
      } catch (error) {
        failed.push(gate.title);
        say(`✕ ${gate.title}\n${error instanceof Error ? error.message : String(error)}`);
      }
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runOneAfterAnother));
  return { counts: { passed: gates.length - failed.length, failed: failed.length, skipped: 0 }, failed };
}
