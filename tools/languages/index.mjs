// The programs that the tests and the quickstart need to run Pulumi programs in YAML, Python and Go.
import { findHost } from "./host.mjs";
import { orWhatIsMissing, requireOnPath } from "./missing.mjs";
import { findPythonPackages } from "./python.mjs";
import { hosts } from "./recipe.mjs";
import { generateSdks } from "./sdks.mjs";

/**
 * One language as it is on this machine.
 *
 * @typedef {object} FoundLanguage
 * @property {string} [missing] why its programs cannot run here
 * @property {{ folder: string, version: string }} [host] the host to put in the plugin cache; none if the CLI has its own
 * @property {string} [packages] the folder of Pulumi's packages
 * @property {string} [sdk] the folder of the SDK that was generated
 */

/** @typedef {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} Options */

/**
 * @param {import("./recipe.mjs").Language} language
 * @param {import("../engine/index.mjs").Engine} engine
 * @param {Options} options
 * @returns {Promise<FoundLanguage>} with `missing` if its toolchain is
 * @throws {Error} if its toolchain is there, but something failed
 */
export function findLanguage(language, engine, options) {
  return orWhatIsMissing(`Programs in ${language} are not tested`, options, async () => {
    if (language === "go") {
      requireOnPath("go", options.env, "Go");
    }
    const packages = language === "python" ? await findPythonPackages(options) : undefined;
    const folder = await findHost(language, engine, options);
    const sdks = language === "yaml" ? undefined : await generateSdks(options);
    return {
      ...(folder && { host: { folder, version: hosts[language].version } }),
      ...(packages && { packages }),
      ...(sdks && { sdk: `${sdks}/${language}` }),
    };
  });
}
