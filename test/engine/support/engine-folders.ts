import { delimiter } from "node:path";

/**
 * The folders that a process needs at the front of its PATH to run the engine; the first one holds `pulumi`.
 * `tools/test-run/set-up-engine.mjs` has found them before the first test.
 *
 * @throws Error that says what to do if there is no engine
 */
export function engineFolders(): string[] {
  const folders = process.env["ENGINE_FOLDERS"];
  if (folders === undefined) {
    throw new Error(process.env["NO_ENGINE"] ?? "This test is not among those on the engine in jest.config.js.");
  }
  return folders.split(delimiter);
}
