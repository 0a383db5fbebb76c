import { requireEqual } from "../bench.mjs";
import { comparePreviews } from "./preview-ratio.mjs";

const expected = 'postWebhookUrl: "https://hooks.acme-co.com/twilio/after/0"';

/**
 * Compares a preview in which the package's function reads one service with that of another program.
 *
 * @param {import("../bench.mjs").Bench} bench
 * @param {{ program: string, requests: number, most: number }} other its file, how many requests it makes, and the
 *   greatest ratio that holds
 * @returns {Promise<import("../measure.mjs").Measured>}
 */
export async function compareFunctionPreview(bench, { program, requests, most }) {
  const emulator = await bench.emulator(1);
  const preview = async (/** @type {string} */ file, /** @type {number} */ count) => {
    const project = await bench.project(file, emulator.environment());
    return async () => {
      emulator.clearRequests();
      const seconds = await project.preview(expected);
      requireEqual(emulator.countRequests({ status: 200 }), count, "requests of a preview");
      requireEqual(emulator.countRequests(), count, "requests of a preview");
      return seconds;
    };
  };
  return comparePreviews(
    bench,
    { ours: await preview("function-read.cjs", 1), theirs: await preview(program, requests) },
    { rounds: 25, most },
  );
}
