import { findIn, pathFolders } from "../engine/find-on-path.mjs";
import { NoLanguageError } from "./cached-program.mjs";

/**
 * @param {string} program
 * @param {Record<string, string | undefined>} env
 * @param {string} [called] its name in the message
 * @returns {string} where it is
 * @throws {NoLanguageError} if it is not on PATH
 */
export function requireOnPath(program, env, called = program) {
  const found = findIn(program, pathFolders(env), env);
  if (found === undefined) {
    throw new NoLanguageError(`there is no ${called} on PATH`);
  }
  return found;
}

/**
 * @template T
 * @param {string} consequence what a missing toolchain means, such as "Programs in go are not tested"
 * @param {{ log: import("../set-up/progress.mjs").Log }} options
 * @param {() => Promise<T>} find
 * @returns {Promise<T | { missing: string }>} `missing` says which toolchain is not there
 * @throws {Error} if the toolchain is there, but something failed
 */
export async function orWhatIsMissing(consequence, { log }, find) {
  try {
    return await find();
  } catch (error) {
    if (error instanceof NoLanguageError) {
      log(`${consequence}: ${error.message}.`);
      return { missing: error.message };
    }
    throw error;
  }
}
