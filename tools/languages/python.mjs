// Pulumi's SDK for Python, in a folder of its own: the person's own packages are neither used nor changed.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { engineVersion } from "../engine/recipe.mjs";
import { makeFolder } from "../set-up/make-folder.mjs";
import { runProgram } from "../set-up/run-program.mjs";
import { NoLanguageError, placeInCache } from "./cached-program.mjs";
import { requireOnPath } from "./missing.mjs";
import { pythonPackages } from "./recipe.mjs";

/** Pulumi's SDK needs it. */
const lowest = [3, 10];

/**
 * @param {string} python
 * @param {Record<string, string | undefined>} env
 * @returns {Promise<string>} its version, such as `3.12`
 * @throws {NoLanguageError} if it is too old, or does not run
 */
async function versionOf(python, env) {
  const { output } = await runProgram(python, ["--version"], { env });
  const [, major = "0", minor = "0"] = /^Python (\d+)\.(\d+)/m.exec(output) ?? [];
  if (Number(major) !== lowest[0] || Number(minor) < Number(lowest[1])) {
    throw new NoLanguageError(`${python} is not Python ${lowest.join(".")} or newer`);
  }
  return `${major}.${minor}`;
}

/**
 * @param {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} options
 * @returns {Promise<string>} a folder for PYTHONPATH
 * @throws {NoLanguageError} if there is no Python, and {Error} if the packages cannot be installed
 */
export async function findPythonPackages({ env, log }) {
  const python = requireOnPath("python3", env);
  const place = placeInCache(`python-${await versionOf(python, env)}-packages`, engineVersion, pythonPackages, env);
  const isIn = (/** @type {string} */ folder) => existsSync(join(folder, "pulumi", "__init__.py"));
  await makeFolder(place, {
    what: "Pulumi's packages for Python",
    isThere: () => isIn(place),
    make: async (folder) => {
      log(`  Installing ${pythonPackages.join(" ")} for Python, once.`);
      const install = ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--target", folder];
      const { code, output } = await runProgram(python, [...install, ...pythonPackages], { env });
      if (code !== 0) {
        throw new Error(`${python} could not install ${pythonPackages.join(" ")}: ${output.trim()}`);
      }
    },
    findFault: (folder) => (isIn(folder) ? undefined : "there is no package pulumi"),
    log,
  });
  return place;
}
