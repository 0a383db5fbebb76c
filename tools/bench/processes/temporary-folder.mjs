import { mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * @param {string} name that it begins with
 * @returns {{ path: string, remove: () => void }} a folder that goes with this process at the latest
 */
export function temporaryFolder(name) {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `${name}-`)));
  const removeIt = () => rmSync(path, { recursive: true, force: true, maxRetries: 5 });
  process.once("exit", removeIt);
  return {
    path,
    remove() {
      process.removeListener("exit", removeIt);
      removeIt();
    },
  };
}
