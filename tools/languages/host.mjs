// Finds the program that runs Pulumi programs of one language, and builds it if there is none.
import { chmodSync, copyFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { findPlugin } from "../engine/find-on-path.mjs";
import { buildEnvironment } from "../engine/recipe.mjs";
import { runProgram } from "../set-up/run-program.mjs";
import { cachedProgram } from "./cached-program.mjs";
import { hosts } from "./recipe.mjs";

const modules = join(dirname(fileURLToPath(import.meta.url)), "hosts");

/**
 * @param {import("./recipe.mjs").Language} language
 * @param {import("../engine/index.mjs").Engine} engine
 * @param {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} options
 * @returns {Promise<string | undefined>} the folder of the host; undefined if the person's own CLI has one
 * @throws {Error} if there is none, and none could be built
 */
export async function findHost(language, engine, { env, log }) {
  const host = hosts[language];
  if (engine.source !== "cache" && engine.source !== "go" && findPlugin(host.name, engine.pulumi, env) !== undefined) {
    return undefined;
  }
  const module = join(modules, language);
  return cachedProgram(host, {
    module,
    env,
    log,
    addOthers: async (go, folder) => {
      if (host.copied !== undefined) {
        const list = ["list", "-mod=readonly", "-m", "-f", "{{.Dir}}", host.copied.module];
        const { code, output } = await runProgram(go, list, { cwd: module, env: { ...env, ...buildEnvironment } });
        if (code !== 0) {
          throw new Error(`Finding ${host.copied.file} with ${go} failed: ${output.trim()}`);
        }
        const copy = join(folder, basename(host.copied.file));
        copyFileSync(join(output.trim(), host.copied.file), copy);
        chmodSync(copy, 0o755);
      }
    },
  });
}
