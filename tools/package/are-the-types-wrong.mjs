import { checkPackage, createPackageFromTarballData } from "@arethetypeswrong/core";
import { packPackage } from "./published-package.mjs";

/**
 * Whether TypeScript finds in the package what Node.js finds, whichever way it resolves modules.
 *
 * @returns {Promise<void>}
 * @throws {Error} with what are-the-types-wrong finds
 */
export async function runAreTheTypesWrong() {
  const analysis = await checkPackage(createPackageFromTarballData(await packPackage()));
  if (analysis.types === false) {
    throw new Error("The package has no types.");
  }
  if (analysis.problems.length > 0) {
    throw new Error(analysis.problems.map((problem) => JSON.stringify(problem)).join("\n"));
  }
}
