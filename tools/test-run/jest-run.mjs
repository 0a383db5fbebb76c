import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { countsOfRun } from "./counts.mjs";

/** @typedef {import("./counting-reporter.mjs").Counts} Counts */

/**
 * How many test files run at once. A test on the engine keeps about two processes busy, so half of the cores are enough;
 * three at once are always worth it, because an engine waits a good deal.
 *
 * @param {string[]} args the person's own choice among them stands
 * @param {number} cores
 * @returns {string[]}
 */
export function workerArguments(args, cores) {
  const chosen = args.some((each) => /^(-i|--runInBand|-w|--maxWorkers)(=|\d|$)/.test(each));
  return chosen ? [] : [`--maxWorkers=${Math.max(3, Math.floor(cores / 2))}`];
}

/**
 * Runs Jest to its end.
 *
 * @param {string[]} args
 * @returns {Promise<Counts>}
 */
export async function runJest(args) {
  const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
  const reporter = join(repository, "tools", "test-run", "counting-reporter.mjs");
  const folder = mkdtempSync(join(tmpdir(), "test-counts-"));
  const file = join(folder, "counts.json");
  const own = ["--reporters=default", `--reporters=${reporter}`, ...workerArguments(args, availableParallelism())];
  try {
    const exitCode = await new Promise((resolve) => {
      const child = spawn(process.execPath, [jest, ...own, ...args], {
        cwd: repository,
        stdio: "inherit",
        env: { ...process.env, COUNTS_FILE: file },
      });
      child.on("close", resolve);
    });
    return countsOfRun(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
