import { spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";

let found: string[] | undefined;

/**
 * The folders that a process needs at the front of its PATH to run the engine; the first one holds `pulumi`.
 * `npm test` has found them already; a test file run by itself looks for them, and never starts a build.
 *
 * @throws Error which says what to do where there is no engine
 */
export function engineFolders(): string[] {
  found ??= process.env["ENGINE_FOLDERS"]?.split(delimiter) ?? askTheFinder();
  return found;
}

function askTheFinder(): string[] {
  const finder = join(__dirname, "..", "..", "..", "tools", "engine.mjs");
  const result = spawnSync(process.execPath, [finder, "--no-make"], { encoding: "utf8" });
  if (result.status !== 0) {
    throw new Error(result.stderr.trim());
  }
  return result.stdout.trim().split(delimiter);
}
