import { NoLanguageError } from "./cached-program.mjs";

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
