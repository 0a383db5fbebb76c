import { installPackages } from "./packages.mjs";

/**
 * Everything that a clone needs before the engine can run a program of this repository: packages, the built package,
 * the engine itself. What is there already is left alone.
 *
 * @param {import("./progress.mjs").Log} log
 * @returns {Promise<import("../engine/index.mjs").Engine>}
 * @throws {Error} that says what to do
 */
export async function setUp(log) {
  await installPackages(log);
  // Loaded only now: these need the packages.
  const [{ build }, { findEngine }] = await Promise.all([import("../build.mjs"), import("../engine/index.mjs")]);
  await build({ log });
  return findEngine({ log });
}
