import { spawnSync } from "node:child_process";
import { join } from "node:path";

const provider = join(__dirname, "..", "..", "..", "provider");

/**
 * Packs the built package as it is published.
 *
 * @returns the tarball
 */
export function packPackage(folder: string): string {
  const { status, stdout, stderr } = spawnSync("npm", ["pack", "--silent", "--pack-destination", folder], {
    cwd: provider,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (status !== 0) {
    throw new Error(`npm pack exited with ${status}:\n${stdout}${stderr}`);
  }
  return join(folder, stdout.trim());
}
