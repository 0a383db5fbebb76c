import { readdirSync, readFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import { cacheFolder, cacheKey } from "../engine/cache-folder.mjs";
import { findIn, pathFolders } from "../engine/find-on-path.mjs";
import { buildArguments, buildEnvironment } from "../engine/recipe.mjs";
import { buildProgram } from "../engine/build-with-go.mjs";
import { makeFolder } from "../set-up/make-folder.mjs";

/** @typedef {Record<string, string | undefined>} Environment */

/** A language cannot be used here. The message says what is missing. */
export class NoLanguageError extends Error {}

/**
 * @param {string} folder
 * @returns {string[]} the text of each file in it
 */
function textsIn(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((each) => each.isFile())
    .map((each) => join(each.parentPath, each.name))
    .sort()
    .map((file) => readFileSync(file, "utf8"));
}

/**
 * The folder in the person's cache for one thing that a language needs, made or not.
 *
 * @param {string} kind such as `pulumi-language-yaml`
 * @param {string} version
 * @param {readonly string[]} recipe all that decides what is made
 * @param {Environment} env
 * @returns {string}
 */
export function placeInCache(kind, version, recipe, env) {
  const key = cacheKey({ kind, version, platform: process.platform, architecture: process.arch, recipe });
  return join(cacheFolder(env, process.platform, homedir()), key);
}

/**
 * Finds a program in the person's cache, and builds it with Go if it is not there.
 *
 * @param {import("../engine/recipe.mjs").Program & { version: string }} program
 * @param {object} options
 * @param {string} options.module the folder of its Go module
 * @param {Environment} options.env
 * @param {import("../set-up/progress.mjs").Log} options.log
 * @param {(go: string, bin: string) => Promise<void>} [options.addOthers] puts further files beside it
 * @returns {Promise<string>} the folder with the program
 * @throws {NoLanguageError} if there is no Go, and {Error} if the build fails
 */
export async function cachedProgram(program, { module, env, log, addOthers }) {
  const recipe = [...textsIn(module), ...buildArguments(program, ""), JSON.stringify(buildEnvironment)];
  const place = placeInCache(program.name, program.version, recipe, env);
  const isIn = (/** @type {string} */ folder) => findIn(program.name, [folder], env) !== undefined;
  if (isIn(place)) {
    return place;
  }
  const go = findIn("go", pathFolders(env), env);
  if (go === undefined) {
    throw new NoLanguageError(`there is no ${program.name}, and no Go (https://go.dev/dl/) to build it with`);
  }
  await makeFolder(place, {
    what: program.name,
    isThere: () => isIn(place),
    make: async (folder) => {
      await buildProgram(go, program, folder, { module, what: `Building ${program.name}, once.`, env, log });
      await addOthers?.(go, folder);
    },
    findFault: (folder) => (isIn(folder) ? undefined : `there is no ${program.name}`),
    log,
  });
  return place;
}
