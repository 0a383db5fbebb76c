// The language host, packages and SDK that a program in another language needs on top of the engine.
import { mkdirSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { findLanguage } from "../languages/index.mjs";
import { compileGoProgram } from "../languages/go-program.mjs";
import { repository } from "../set-up/repository.mjs";

/**
 * @typedef {object} LanguageProgram
 * @property {string} project its folder in the repository
 * @property {boolean} isCompiled whether it is ready to run: its sources, and the modules they ask for, are not looked at
 * @property {Record<string, string>} variables what its commands have in their environment
 * @property {(home: string) => void} addHost puts the language's host into Pulumi's home
 */

/**
 * @param {import("../languages/recipe.mjs").Language} language
 * @param {import("../engine/index.mjs").Engine} engine
 * @param {import("../set-up/progress.mjs").Log} log
 * @returns {Promise<LanguageProgram>}
 * @throws {Error} if the language's toolchain is missing, or something fails
 */
export async function prepareLanguage(language, engine, log) {
  const options = { env: process.env, log };
  const { missing, host, packages, sdk = "" } = await findLanguage(language, engine, options);
  if (missing !== undefined) {
    throw new Error(`A program in ${language} cannot run here: ${missing}.`);
  }
  const project = `examples/gate-deployment-${language}`;
  const source = join(repository, project, "main.go");
  const binary = language === "go" ? await compileGoProgram("gate-deployment-go", source, sdk, options) : "";
  return {
    project,
    isCompiled: binary !== "",
    variables: packages === undefined ? {} : { PYTHONPATH: `${packages}:${sdk}`, PYTHONDONTWRITEBYTECODE: "1" },
    addHost: (home) => host && placeHost(home, language, host, binary),
  };
}

/**
 * @param {string} home
 * @param {string} language
 * @param {{ folder: string, version: string }} host
 * @param {string} binary a compiled program in Go, which the host would compile anew for each command
 */
function placeHost(home, language, host, binary) {
  const name = `pulumi-language-${language}`;
  const folder = join(home, "plugins", `language-${language}-v${host.version}`);
  mkdirSync(folder, { recursive: true });
  const [built, file] = [join(host.folder, name), join(folder, name)];
  if (language === "go") {
    writeFileSync(file, `#!/bin/sh\nexec "${built}" -binary="${binary}" "$@"\n`, { mode: 0o755 });
  } else {
    symlinkSync(built, file);
  }
}
