import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { reportProgress } from "../set-up/progress.mjs";
import { engineVersion } from "./recipe.mjs";
import { runProgram } from "../set-up/run-program.mjs";

const here = fileURLToPath(import.meta.url);

/**
 * Installs the official release with Pulumi's own installer, in a process of its own so that it can be given up.
 *
 * @param {string} folder where `bin` with the programs is made
 * @param {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} options
 * @returns {Promise<void>}
 * @throws {Error} that says what failed
 */
export async function installOfficially(folder, { env, log }) {
  log(`Installing Pulumi ${engineVersion} with Pulumi's official installer (about 100 MB, once; the result is kept).`);
  const stop = reportProgress(log, "installing");
  const ended = await runProgram(process.execPath, [here, folder], { cwd: dirname(here), env, timeoutSeconds: 900 });
  stop();
  if (ended.code !== 0) {
    const reason = ended.output.trim().split("\n").slice(-5).join("\n  ");
    throw new Error(`Pulumi's official installer failed:\n  ${reason || "it did not end within 15 minutes"}`);
  }
}

if (process.argv[1] === here) {
  const require = createRequire(import.meta.url);
  const { PulumiCommand } = require("@pulumi/pulumi/automation");
  const { SemVer } = createRequire(require.resolve("@pulumi/pulumi"))("semver");
  try {
    await PulumiCommand.install({ root: String(process.argv[2]), version: new SemVer(engineVersion) });
  } catch (error) {
    console.error(error instanceof Error ? error.message.trim() : String(error));
    process.exitCode = 1;
  }
}
