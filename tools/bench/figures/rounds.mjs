import { rotated } from "./statistics.mjs";

/**
 * Measures contenders against each other: all of them in each round, in turns. A first round that warms up caches does
 * not count.
 *
 * @template {string} Name
 * @param {Record<Name, () => Promise<number>>} contenders each gives what it measured
 * @param {number} rounds
 * @param {import("../../set-up/progress.mjs").Log} say
 * @returns {Promise<Record<Name, number[]>>}
 */
export async function inTurns(contenders, rounds, say) {
  const names = /** @type {Name[]} */ (Object.keys(contenders));
  const measured = /** @type {Record<Name, number[]>} */ ({});
  for (const name of names) {
    measured[name] = [];
  }
  for (let round = 0; round <= rounds; round += 1) {
    const seen = [];
    for (const name of rotated(names, round)) {
      const value = await contenders[name]();
      seen.push(`${name} ${value.toPrecision(4)}`);
      if (round > 0) {
        measured[name].push(value);
      }
    }
    say(`  ${round === 0 ? "warm-up" : `round ${round} of ${rounds}`}: ${seen.join(", ")}`);
  }
  return measured;
}
