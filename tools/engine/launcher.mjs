// Pulumi's own launcher of dynamic providers, which the engine starts by name. Every official release has it beside the
// CLI; the npm package `@pulumi/pulumi` ships the same script.
import { chmodSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";

const name = "pulumi-resource-pulumi-nodejs";

/** @returns {string} the folder inside the npm package */
export function launcherFolder() {
  return dirname(createRequire(import.meta.url).resolve("@pulumi/pulumi/package.json"));
}

/**
 * Puts the launcher beside a CLI that was built without it. The engine warns of one that it finds on PATH alone.
 *
 * @param {string} folder
 */
export function placeLauncher(folder) {
  for (const file of [name, `${name}.cmd`]) {
    const text = readFileSync(join(launcherFolder(), file));
    if (existsSync(join(folder, file)) && readFileSync(join(folder, file)).equals(text)) {
      continue;
    }
    // Renamed into place: another run may be starting it at this moment.
    const aside = mkdtempSync(join(folder, "launcher-"));
    writeFileSync(join(aside, file), text);
    chmodSync(join(aside, file), 0o755);
    renameSync(join(aside, file), join(folder, file));
    rmSync(aside, { recursive: true });
  }
}
