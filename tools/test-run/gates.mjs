// What must hold besides the tests. Each gate counts as one test.
import { createRequire } from "node:module";
import { join } from "node:path";
import { build } from "../build.mjs";
import { repository } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";

const require = createRequire(import.meta.url);

/** @typedef {{ title: string, run: () => Promise<void> }} Gate */

/** @param {string} project */
async function typeCheck(project) {
  const tsc = [require.resolve("typescript/bin/tsc"), "-p", join(repository, project), "--noEmit"];
  if ((await runProgram(process.execPath, tsc, { cwd: repository, show: true })).code !== 0) {
    throw new Error("TypeScript's lines above say where.");
  }
}

/** @type {Gate[]} */
const own = [
  { title: "the package builds", run: () => build() },
  { title: "the package and its tests agree with their types", run: () => typeCheck("tsconfig.json") },
  { title: "the tools agree with their types", run: () => typeCheck("tools/tsconfig.json") },
];

/**
 * Runs the gates one after another; a closed one does not keep the others from being tried.
 *
 * @param {(line: string) => void} say
 * @param {Gate[]} more
 * @returns {Promise<import("./counting-reporter.mjs").Counts>}
 */
export async function runGates(say, more) {
  const counts = { passed: 0, failed: 0, skipped: 0 };
  for (const { title, run } of [...own, ...more]) {
    try {
      await run();
      counts.passed += 1;
      say(`✓ ${title}`);
    } catch (error) {
      counts.failed += 1;
      say(`✕ ${title}\n${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return counts;
}
