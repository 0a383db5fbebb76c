import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { availableParallelism, tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { countsOfRun } from "./counts.mjs";

/** @typedef {import("./counting-reporter.mjs").Counts} Counts */

/**
 * How many tests run at once. A test on the engine keeps about two processes busy, so half of the cores are enough; two
 * at once are always worth it, because an engine waits a good deal.
 *
 * @param {string[]} extra what the person has added; their own choice stands
 * @param {number} cores
 * @returns {string[]}
 */
export function workerArguments(extra, cores) {
  const chosen = extra.some((each) => /^(-i|--runInBand|-w|--maxWorkers)(=|\d|$)/.test(each));
  return chosen ? [] : [`--maxWorkers=${Math.max(2, Math.floor(cores / 2))}`];
}

/**
 * Runs Jest to its end.
 *
 * @param {string[]} extra
 * @param {string[] | undefined} engineFolders
 * @returns {Promise<Counts>}
 */
export async function runJest(extra, engineFolders) {
  const jest = createRequire(import.meta.url).resolve("jest/bin/jest");
  const reporter = join(repository, "tools", "test-run", "counting-reporter.mjs");
  const folder = mkdtempSync(join(tmpdir(), "test-counts-"));
  const file = join(folder, "counts.json");
  const args = [jest, "--reporters=default", `--reporters=${reporter}`];
  try {
    const exitCode = await new Promise((resolve) => {
      const child = spawn(process.execPath, [...args, ...workerArguments(extra, availableParallelism()), ...extra], {
        cwd: repository,
        stdio: "inherit",
        env: {
          ...process.env,
          COUNTS_FILE: file,
          ...(engineFolders && { ENGINE_FOLDERS: engineFolders.join(delimiter) }),
        },
      });
      child.on("close", resolve);
    });
    return countsOfRun(existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null, exitCode);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
