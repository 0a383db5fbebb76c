// The SDKs of the provider plugin, generated from the schema of the package as it is built.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { engineVersion } from "../engine/recipe.mjs";
import { makeFolder } from "../set-up/make-folder.mjs";
import { repository, workFolder } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";
import { cachedProgram } from "./cached-program.mjs";
import { generator } from "./recipe.mjs";

const schemaFile = join(repository, "provider", "dist", "plugin", "schema.json");
const module = join(dirname(fileURLToPath(import.meta.url)), "generate-sdks");

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

/**
 * @param {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} options
 * @returns {Promise<string>} a folder with one for each language: `nodejs`, `python`, `go`
 * @throws {Error} if there is no generator and none can be built, or if it refuses the schema
 */
export async function generateSdks({ env, log }) {
  const generate = join(await cachedProgram(generator, { module, env, log }), generator.name);
  const place = join(workFolder, "sdks");
  const schema = readFileSync(schemaFile, "utf8");
  const stamp = (/** @type {string} */ folder) => join(folder, "made-from.json");
  mkdirSync(workFolder, { recursive: true });
  await makeFolder(place, {
    what: "the SDKs",
    isThere: () => existsSync(stamp(place)) && readFileSync(stamp(place), "utf8") === `${generate}\n${schema}`,
    make: async (folder) => {
      const { code, output } = await runProgram(generate, [schemaFile, folder], { env });
      if (code !== 0) {
        throw new Error(`The SDKs cannot be generated from the schema: ${output.trim()}`);
      }
      finish(folder);
      writeFileSync(stamp(folder), `${generate}\n${schema}`);
    },
    findFault: (folder) => (existsSync(stamp(folder)) ? undefined : "nothing was generated"),
    log,
  });
  return place;
}
