// Summaries of measurements. No I/O.

/**
 * @typedef {object} Summary
 * @property {number} median
 * @property {number} low the first quartile
 * @property {number} high the third quartile
 * @property {number} count of how many measurements
 */

/**
 * @param {readonly number[]} values at least one
 * @param {number} share 0.5 for the median
 * @returns {number} interpolated where it lies between two values
 */
export function quantile(values, share) {
  if (values.length === 0) {
    throw new RangeError("there is no quantile of nothing");
  }
  const sorted = [...values].sort((a, b) => a - b);
  const position = (sorted.length - 1) * share;
  const below = Math.floor(position);
  const [low = Number.NaN, high = low] = sorted.slice(below, below + 2);
  return low + (high - low) * (position - below);
}

/**
 * @param {readonly number[]} values at least one
 * @returns {Summary}
 */
export function summarize(values) {
  return {
    median: quantile(values, 0.5),
    low: quantile(values, 0.25),
    high: quantile(values, 0.75),
    count: values.length,
  };
}

/**
 * The ratio of two measurements, round by round: what slows a machine down for a while slows both.
 *
 * @param {readonly number[]} ours
 * @param {readonly number[]} theirs of the same rounds
 * @returns {Summary}
 */
export function summarizeRatios(ours, theirs) {
  if (ours.length !== theirs.length) {
    throw new RangeError("both must have been measured in each round");
  }
  return summarize(ours.map((value, round) => value / Number(theirs[round])));
}

/**
 * The contenders in another order each round, so that none of them is always the first.
 *
 * @template T
 * @param {readonly T[]} contenders
 * @param {number} round
 * @returns {T[]}
 */
export function rotated(contenders, round) {
  const start = round % contenders.length;
  return [...contenders.slice(start), ...contenders.slice(0, start)];
}
