// The SDKs of the provider plugin, generated from the schema of the package as it is built.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineVersion } from "../engine/recipe.mjs";
import { makeFolder } from "../set-up/make-folder.mjs";
import { repository, workFolder } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";
import { cachedProgram } from "./cached-program.mjs";
import { generators } from "./recipe.mjs";

const schemaFile = join(repository, "provider", "dist", "plugin", "schema.json");
const modules = dirname(fileURLToPath(import.meta.url));

/**
 * Adds what installing the SDKs would: Python asks for the version of an installed package, Go for a module.
 *
 * @param {string} folder
 */
function finish(folder) {
  /** @type {{ version: string, language: { go: { importBasePath: string } } }} */
  const { version, language } = JSON.parse(readFileSync(schemaFile, "utf8"));
  const metadata = join(folder, "python", `pulumi_twilio_conversations-${version}.dist-info`);
  mkdirSync(metadata);
  writeFileSync(
    join(metadata, "METADATA"),
    `Metadata-Version: 2.1\nName: pulumi_twilio_conversations\nVersion: ${version}\n`,
  );
  const lines = [
    `module ${language.go.importBasePath}`,
    "go 1.24",
    `require github.com/pulumi/pulumi/sdk/v3 v${engineVersion}`,
  ];
  writeFileSync(join(folder, "go", "twilioconversations", "go.mod"), `${lines.join("\n\n")}\n`);
}

/** @typedef {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} Options */

/**
 * @param {Options} options
 * @returns {Promise<string>} a folder with one for each language: `nodejs`, `python`, `go`
 * @throws {Error} if there is no generator and none can be built, or if it refuses the schema
 */
export function generateSdks(options) {
  return generate(generators.sdks, "sdks", finish, options);
}

/**
 * That of C# alone, whose generator is another program.
 *
 * @param {Options} options
 * @returns {Promise<string>} the folder of the project
 * @throws {Error} if there is no generator and none can be built, or if it refuses the schema
 */
export function generateCSharpSdk(options) {
  return generate(generators.csharp, "sdk-csharp", () => {}, options);
}

/**
 * @param {typeof generators.sdks} generator
 * @param {string} name the folder's within the work folder
 * @param {(folder: string) => void} finishFolder
 * @param {Options} options
 * @returns {Promise<string>}
 */
async function generate(generator, name, finishFolder, { env, log }) {
  const module = join(modules, generator.name);
  const program = join(await cachedProgram(generator, { module, env, log }), generator.name);
  const place = join(workFolder, name);
  const schema = readFileSync(schemaFile, "utf8");
  const stamp = (/** @type {string} */ folder) => join(folder, "made-from.json");
  mkdirSync(workFolder, { recursive: true });
  await makeFolder(place, {
    what: "the SDKs",
    isThere: () => existsSync(stamp(place)) && readFileSync(stamp(place), "utf8") === `${program}\n${schema}`,
    make: async (folder) => {
      const { code, output } = await runProgram(program, [schemaFile, folder], { env });
      if (code !== 0) {
        throw new Error(`The SDKs cannot be generated from the schema: ${output.trim()}`);
      }
      finishFolder(folder);
      writeFileSync(stamp(folder), `${program}\n${schema}`);
    },
    findFault: (folder) => (existsSync(stamp(folder)) ? undefined : "nothing was generated"),
    log,
  });
  return place;
}
