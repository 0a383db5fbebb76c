import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { npm } from "./installers";

/** The oldest Node.js that the package says it runs on, and the newest of each later line. */
export const nodeVersions = { lowest: "20.19.0", 22: "22.23.3", 24: "24.21.0" } as const;

/**
 * Installs a Node.js into a folder, from the npm registry.
 *
 * @returns the folder to put at the front of PATH
 */
export async function installNode(version: string, folder: string, env: Record<string, string>): Promise<string> {
  const name = `node-${process.platform === "win32" ? "win" : process.platform}-${process.arch}`;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, dependencies: { [name]: version } }));
  await npm("install")(folder, env);
  return join(folder, "node_modules", name, "bin");
}
