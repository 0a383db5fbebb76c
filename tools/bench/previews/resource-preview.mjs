import { requireEqual } from "../bench.mjs";
import { comparePreviews } from "./preview-ratio.mjs";

/**
 * Compares the previews of two stacks that are up to date: one of recorded webhook configurations, the other of as many
 * trivial dynamic resources.
 *
 * @param {import("../bench.mjs").Bench} bench
 * @param {{ resources: number, delay?: number, rounds: number, most: number }} options
 * @returns {Promise<import("../measure.mjs").Measured>}
 */
export async function compareResourcePreview(bench, { resources, delay = 0, rounds, most }) {
  const emulator = await bench.emulator(resources, { delay });
  const preview = async (/** @type {string} */ program, /** @type {number} */ requests) => {
    const project = await bench.project(program, {
      ...emulator.environment(),
      BENCHMARK_RESOURCES: String(resources),
    });
    await project.run("up", "--yes", "--skip-preview");
    return async () => {
      emulator.clearRequests();
      const seconds = await project.preview(`${resources + 1} unchanged`);
      requireEqual(emulator.countRequests({ status: 200 }), requests, "requests of a preview");
      requireEqual(emulator.countRequests(), requests, "requests of a preview");
      return seconds;
    };
  };
  const previews = {
    ours: await preview("recorded-resources.cjs", resources),
    theirs: await preview("dynamic-resources.cjs", 0),
  };
  return comparePreviews(bench, previews, { rounds, most });
}
