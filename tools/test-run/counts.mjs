/** @typedef {import("./counting-reporter.mjs").Counts} Counts */

/**
 * The counts of a run of Jest. Jest can fail without a failed test: it crashed, or found none.
 *
 * @param {Counts | null} counted what the reporter wrote; null if Jest did not finish
 * @param {number | null} exitCode Jest's own
 * @returns {Counts}
 */
export function countsOfRun(counted, exitCode) {
  if (counted === null) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  return exitCode !== 0 && counted.failed === 0 ? { ...counted, failed: 1 } : counted;
}

/**
 * @param {Counts[]} all
 * @returns {Counts}
 */
export function sum(all) {
  return all.reduce((left, right) => ({
    passed: left.passed + right.passed,
    failed: left.failed + right.failed,
    skipped: left.skipped + right.skipped,
  }));
}

/**
 * @param {Counts} counts
 * @returns {string}
 */
export function closingLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}
