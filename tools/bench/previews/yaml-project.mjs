// Projects in YAML, for rows about the plugin for other languages.
import { join } from "node:path";
import { repository } from "../../set-up/repository.mjs";
import { findLanguage } from "../../languages/index.mjs";
import { hosts } from "../../languages/recipe.mjs";

/** The plugin, and one that does nothing, by the name of their packages. */
const plugins = {
  "twilio-conversations": join(repository, "provider", "dist", "plugin"),
  nothing: join(repository, "tools", "bench", "previews", "nothing-provider"),
};

/**
 * @param {import("../bench.mjs").Bench} bench
 * @param {object} program its variables, resources and outputs
 * @param {import("../bench.mjs").TwilioEmulator} emulator that it reads from
 * @returns {Promise<import("./pulumi-project.mjs").PulumiProject>}
 * @throws {Error} where programs in YAML cannot run on this machine
 */
export async function yamlProject(bench, program, emulator) {
  const found = await findLanguage("yaml", bench.engine, { env: process.env, log: bench.say });
  if (found.missing !== undefined) {
    throw new Error(found.missing);
  }
  const providers = Object.entries(plugins).map(([name, path]) => ({ name, path }));
  const host = found.host && { name: hosts.yaml.name, ...found.host };
  const text = { name: "benchmark", runtime: "yaml", ...program, plugins: { providers } };
  return bench.yamlProject(text, host, emulator.environment());
}
