// Which engine is used, decided from what was found. No I/O.
import { isAtLeast } from "./version.mjs";

/**
 * The programs on the person's PATH.
 *
 * @typedef {object} OnPath
 * @property {string} [pulumi] the file, if there is one
 * @property {string} [version] what `pulumi version` printed; missing if it did not run
 * @property {string} [languageHost] the file of `pulumi-language-nodejs` that this CLI would start
 */

/** @typedef {"path" | "cache" | "go" | "installer"} Source */

/**
 * Whether the CLI on PATH is the one to use.
 *
 * @param {OnPath} onPath
 * @param {string} lowest the lowest version that is accepted
 * @returns {{ usable: boolean, notice?: string }} a notice if there is a CLI that cannot be used
 */
export function judgeOnPath({ pulumi, version, languageHost }, lowest) {
  if (pulumi === undefined) {
    return { usable: false };
  }
  const passOver = (/** @type {string} */ reason) => ({
    usable: false,
    notice: `The Pulumi CLI on PATH, ${pulumi}, is passed over: ${reason}.`,
  });
  if (version === undefined) {
    return passOver("`pulumi version` fails there, or prints no version");
  }
  if (!isAtLeast(version, lowest)) {
    return passOver(`it is version ${version}, and the lowest that the tests have run on is ${lowest}`);
  }
  if (languageHost === undefined) {
    return passOver("`pulumi-language-nodejs`, which runs Node.js programs, is neither on PATH nor beside it");
  }
  return { usable: true };
}

/**
 * How to make an engine, first choice first. The second is for when the first one fails.
 *
 * @param {boolean} hasGo
 * @returns {("go" | "installer")[]}
 */
export function waysToMake(hasGo) {
  return hasGo ? ["go", "installer"] : ["installer"];
}

/**
 * @param {object} found
 * @param {string} found.lowest
 * @param {string[]} found.failures why each way to make one failed
 * @param {boolean} found.hasGo
 * @param {boolean} found.tried whether making one was tried
 * @returns {string}
 */
export function whatToDo({ lowest, failures, hasGo, tried }) {
  return [
    `There is no Pulumi engine: PATH has none of version ${lowest} or newer${tried ? ", and none could be made" : ""}.`,
    ...failures.map((failure) => `- ${failure}`),
    "What to do, any one of these:",
    ...(tried ? [] : ["- npm run engine: makes one, once; it is kept in your cache folder."]),
    `- Install Pulumi ${lowest} or newer and put its folder on PATH: https://www.pulumi.com/docs/iac/download-install/`,
    ...(hasGo ? [] : ["- Install Go (https://go.dev/dl/) and run this again: the engine is then built, once."]),
    ...(tried ? ["- Fix what is reported above and run this again."] : []),
  ].join("\n");
}
