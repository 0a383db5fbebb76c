// The plugin as Pulumi downloads it from a `pluginDownloadURL`: one archive, under the name of each system.
import { chmodSync, copyFileSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";
import { packageVersion, pluginExecutable } from "./plugin.mjs";

/** The systems by Pulumi's names. The plugin is JavaScript: all of them get the same. */
export const systems = ["linux", "darwin", "windows"].flatMap((system) =>
  ["amd64", "arm64"].map((architecture) => `${system}-${architecture}`),
);

/**
 * @param {string} folder where they are written
 * @returns {Promise<string[]>} their names
 * @throws {Error} if the package is not built, or tar fails
 */
export async function writePluginArchives(folder) {
  const plugin = join(repository, "provider", "dist", "plugin");
  const executable = join(plugin, pluginExecutable);
  if (!existsSync(executable)) {
    throw new Error("The package is not built: npm run build");
  }
  chmodSync(executable, 0o755);
  mkdirSync(folder, { recursive: true });
  const names = systems.map((system) => `${pluginExecutable}-v${packageVersion()}-${system}.tar.gz`);
  const [first = "", ...others] = names.map((name) => join(folder, name));
  const { code, output } = await runProgram("tar", ["-czf", first, "-C", plugin, "."]);
  if (code !== 0) {
    throw new Error(`tar failed: ${output.trim()}`);
  }
  for (const file of others) {
    copyFileSync(first, file);
  }
  return names;
}
