import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { packageFolder, packPackage } from "./published-package.mjs";
import { readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * Whether the package can be used as its package.json says.
 *
 * @returns {Promise<void>}
 * @throws {Error} with what publint finds, suggestions included
 */
export async function runPublint() {
  const tarball = await packPackage();
  const { messages } = await publint({ pack: { tarball: tarball.buffer }, strict: true, level: "suggestion" });
  const manifest = JSON.parse(readFileSync(join(packageFolder, "package.json"), "utf8"));
  if (messages.length > 0) {
    throw new Error(messages.map((message) => formatMessage(message, manifest, { color: false })).join("\n"));
  }
}
