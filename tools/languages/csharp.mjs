// The SDK for C#. It is generated wherever there is Go, and compiled where there is .NET; programs in C# are not run.
import { orWhatIsMissing, requireOnPath } from "./missing.mjs";
import { generateCSharpSdk } from "./sdks.mjs";

/**
 * @param {import("./index.mjs").Options} options
 * @returns {Promise<{ sdk?: string, missing?: string }>} the folder of the SDK's project
 * @throws {Error} if the toolchain is there, but something failed
 */
export function findCSharpSdk(options) {
  return orWhatIsMissing("The SDK for C# is not tested", options, async () => ({
    sdk: await generateCSharpSdk(options),
  }));
}

/**
 * @param {import("./index.mjs").Options} options
 * @returns {Promise<{ program?: string, missing?: string }>} the compiler
 */
export function findDotnet(options) {
  return orWhatIsMissing("The SDK for C# is not compiled", options, async () => ({
    program: requireOnPath("dotnet", options.env),
  }));
}
