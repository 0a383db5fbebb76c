import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";

/**
 * Runs the command of an npm package.
 *
 * @param {string} name of the package
 * @param {string} command
 * @param {string[]} args
 * @throws {Error} with what it printed, if it fails
 */
export async function mustPass(name, command, args) {
  const folder = join(repository, "node_modules", name);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = join(folder, typeof bin === "string" ? bin : (bin[command] ?? ""));
  const { code, output } = await runProgram(process.execPath, [file, ...args], { cwd: repository });
  if (code !== 0) {
    throw new Error(output.trim());
  }
}
