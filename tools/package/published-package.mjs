import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";

/** The folder of the package that is published. */
export const packageFolder = join(repository, "provider");

/** @returns {Promise<Uint8Array<ArrayBuffer>>} the tarball that would be published */
export async function packPackage() {
  const folder = mkdtempSync(join(tmpdir(), "package-"));
  try {
    const { code, output } = await runProgram("npm", ["pack", "--json", "--pack-destination", folder], {
      cwd: packageFolder,
      shell: process.platform === "win32",
    });
    const filename = /"filename": "([^"]+)"/.exec(output)?.[1];
    if (code !== 0 || filename === undefined) {
      throw new Error(output);
    }
    return new Uint8Array(readFileSync(join(folder, filename)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
