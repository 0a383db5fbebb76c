// A Jest reporter that writes how many tests passed, failed and were skipped to the file named by COUNTS_FILE.
import { writeFileSync } from "node:fs";

/** @typedef {{ passed: number, failed: number, skipped: number }} Counts */

export default class CountingReporter {
  /**
   * @param {Set<unknown>} _contexts
   * @param {import("@jest/reporters").AggregatedResult} results
   */
  onRunComplete(_contexts, results) {
    const file = process.env["COUNTS_FILE"];
    if (file === undefined) {
      return;
    }
    /** @type {Counts} */
    const counts = {
      passed: results.numPassedTests,
      // A suite that could not even start has no tests to count, and has failed all the same.
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
      skipped: results.numPendingTests + results.numTodoTests,
    };
    writeFileSync(file, JSON.stringify(counts));
  }
}
