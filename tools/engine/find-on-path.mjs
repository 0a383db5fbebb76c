import { accessSync, constants, realpathSync, statSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";

/**
 * @param {string} file
 * @returns {boolean}
 */
function isExecutable(file) {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}

/**
 * @param {string} name
 * @param {string[]} folders
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined} the first file of that name that can be run
 */
export function findIn(name, folders, env) {
  const extensions = process.platform === "win32" ? (env["PATHEXT"] ?? ".COM;.EXE;.BAT;.CMD").split(";") : [""];
  return folders.flatMap((folder) => extensions.map((extension) => join(folder, name + extension))).find(isExecutable);
}

/**
 * @param {Record<string, string | undefined>} env
 * @returns {string[]} the folders on PATH, first to last
 */
export function pathFolders(env) {
  const name = Object.keys(env).find((key) => key.toUpperCase() === "PATH") ?? "PATH";
  return (env[name] ?? "").split(delimiter).filter((folder) => folder !== "");
}

/**
 * The file of a plugin that a CLI would start: on PATH, or beside the CLI's own file.
 *
 * @param {string} plugin such as `pulumi-language-nodejs`
 * @param {string} pulumi the CLI's file
 * @param {Record<string, string | undefined>} env
 * @returns {string | undefined}
 */
export function findPlugin(plugin, pulumi, env) {
  return findIn(plugin, [...pathFolders(env), dirname(pulumi), dirname(realpathSync(pulumi))], env);
}
