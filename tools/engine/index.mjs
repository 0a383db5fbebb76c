// Finds the Pulumi engine that the tests and the quickstart run, and makes one if there is none.
import { readFileSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "../set-up/make-folder.mjs";
import { buildWithGo } from "./build-with-go.mjs";
import { cacheFolder, cacheKey } from "./cache-folder.mjs";
import { judgeOnPath, waysToMake, whatToDo } from "./choose-source.mjs";
import { findIn, findPlugin, pathFolders } from "./find-on-path.mjs";
import { installOfficially } from "./install-officially.mjs";
import { launcherFolder, placeLauncher } from "./launcher.mjs";
import { buildArguments, buildEnvironment, engineVersion, programs } from "./recipe.mjs";
import { askVersion, findFault } from "./verify.mjs";

const here = dirname(fileURLToPath(import.meta.url));

/** @typedef {Record<string, string | undefined>} Environment */

/**
 * @typedef {object} Engine
 * @property {import("./choose-source.mjs").Source} source
 * @property {string} pulumi the CLI's file
 * @property {string} version
 * @property {string[]} folders what has to be at the front of PATH to run the engine; the first one has `pulumi`
 */

/** No engine was found, and none could be made. The message says what to do. */
export class NoEngineError extends Error {}

/**
 * @param {Environment} env
 * @returns {import("./choose-source.mjs").OnPath}
 */
function lookOnPath(env) {
  const pulumi = findIn("pulumi", pathFolders(env), env);
  if (pulumi === undefined) {
    return {};
  }
  const version = askVersion(pulumi, env);
  const languageHost = findPlugin("pulumi-language-nodejs", pulumi, env);
  return { pulumi, ...(version && { version }), ...(languageHost && { languageHost }) };
}

/** @returns {string[]} all that decides what a build makes */
function recipe() {
  const files = programs.flatMap(({ module }) =>
    ["go.mod", "go.sum"].map((file) => readFileSync(join(here, module, file), "utf8")),
  );
  return [...files, ...programs.flatMap((program) => buildArguments(program, "")), JSON.stringify(buildEnvironment)];
}

/**
 * @param {Environment} env
 * @returns {string} the folder in the person's cache for an engine of this recipe, made or not
 */
function placeInCache(env) {
  const parts = { version: engineVersion, platform: process.platform, architecture: process.arch, recipe: recipe() };
  return join(cacheFolder(env, process.platform, homedir()), cacheKey(parts));
}

/**
 * @param {string} pulumi
 * @param {string} version
 * @param {Environment} env
 * @returns {Engine}
 */
function engineOnPath(pulumi, version, env) {
  const hasLauncher = findPlugin("pulumi-resource-pulumi-nodejs", pulumi, env) !== undefined;
  return { source: "path", pulumi, version, folders: [dirname(pulumi), ...(hasLauncher ? [] : [launcherFolder()])] };
}

/**
 * @param {"cache" | "go" | "installer"} source
 * @param {string} place
 * @param {Environment} env
 * @returns {Engine}
 */
function engineInCache(source, place, env) {
  const folder = join(place, "bin");
  placeLauncher(folder);
  const pulumi = findIn("pulumi", [folder], env) ?? join(folder, "pulumi");
  return { source, pulumi, version: engineVersion, folders: [folder] };
}

/**
 * @param {object} [options]
 * @param {Environment} [options.env] default: process.env
 * @param {import("../set-up/progress.mjs").Log} [options.log] default: lines on stderr
 * @param {boolean} [options.make] whether to make an engine if none is found (default: true)
 * @param {typeof installOfficially} [options.install] Pulumi's official installer
 * @returns {Promise<Engine>}
 * @throws {NoEngineError} if there is none and none could be made
 */
export async function findEngine({
  env = process.env,
  log = (line) => console.error(line),
  make = true,
  install = installOfficially,
} = {}) {
  const onPath = lookOnPath(env);
  const { usable, notice } = judgeOnPath(onPath, engineVersion);
  if (notice !== undefined) {
    log(notice);
  }
  if (usable) {
    return engineOnPath(String(onPath.pulumi), String(onPath.version), env);
  }
  const place = placeInCache(env);
  const findFaultIn = (/** @type {string} */ folder) => findFault(join(folder, "bin"), engineVersion, env);
  const isThere = () => findFaultIn(place) === undefined;
  if (isThere()) {
    return engineInCache("cache", place, env);
  }
  const go = findIn("go", pathFolders(env), env);
  /** @type {string[]} */
  const failures = [];
  for (const source of make ? waysToMake(go !== undefined) : []) {
    try {
      await makeFolder(place, {
        what: "the Pulumi engine",
        isThere,
        make: (folder) =>
          source === "go" ? buildWithGo(String(go), folder, { env, log }) : install(folder, { env, log }),
        findFault: findFaultIn,
        log,
      });
      return engineInCache(source, place, env);
    } catch (error) {
      failures.push(error instanceof Error ? error.message : String(error));
      log(String(failures.at(-1)));
    }
  }
  throw new NoEngineError(whatToDo({ lowest: engineVersion, failures, hasGo: go !== undefined, tried: make }));
}

/**
 * @param {Pick<Engine, "folders">} engine
 * @param {Environment} env
 * @returns {string} the PATH of a process that runs the engine
 */
export function pathWith(engine, env) {
  return [...engine.folders, ...pathFolders(env)].join(delimiter);
}
