// Installs the npm packages. It runs before there are any: nothing but Node's own modules here.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { withLock } from "./lock.mjs";
import { repository, workFolder } from "./repository.mjs";
import { runProgram } from "./run-program.mjs";

/**
 * @typedef {object} LockedPackage
 * @property {string} [version]
 * @property {string} [integrity]
 * @property {boolean} [link]
 * @property {boolean} [optional]
 */
/** @typedef {{ packages: Record<string, LockedPackage> }} LockFile */

/**
 * Whether what npm says it has installed is what the lock file asks for. Packages for other platforms are optional and
 * may be missing; surplus ones do no harm.
 *
 * @param {LockFile} wanted `package-lock.json`
 * @param {LockFile | undefined} installed `node_modules/.package-lock.json`
 * @returns {boolean}
 */
export function isInstalled(wanted, installed) {
  return (
    installed !== undefined &&
    Object.entries(wanted.packages)
      .filter(([path]) => path.includes("node_modules/"))
      .every(([path, { version, integrity, link, optional }]) => {
        const found = installed.packages[path];
        return found === undefined
          ? optional === true
          : found.version === version && found.integrity === integrity && found.link === link;
      })
  );
}

/**
 * @param {string} file
 * @returns {LockFile | undefined}
 */
function readLockFile(file) {
  return existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : undefined;
}

/** @returns {boolean} */
function packagesAreInstalled() {
  const wanted = readLockFile(join(repository, "package-lock.json"));
  return (
    wanted !== undefined && isInstalled(wanted, readLockFile(join(repository, "node_modules", ".package-lock.json")))
  );
}

/**
 * Installs the packages if they are missing or out of date.
 *
 * @param {import("./progress.mjs").Log} log
 * @returns {Promise<void>}
 * @throws {Error} that says what to do
 */
export async function installPackages(log) {
  if (packagesAreInstalled()) {
    return;
  }
  const onWait = () => log("Another run is installing the packages: waiting for it.");
  await withLock(join(workFolder, "packages.lock"), { onWait }, async () => {
    if (packagesAreInstalled()) {
      return;
    }
    log("Installing the npm packages (npm ci).");
    const npm = await runProgram("npm", ["ci", "--no-audit", "--no-fund"], {
      cwd: repository,
      show: true,
      shell: process.platform === "win32",
    });
    if (npm.code !== 0) {
      throw new Error(
        "The npm packages could not be installed: npm's own lines above say why. If they speak of the network, check " +
          "it and npm's registry and proxy settings (npm config list). If package.json and package-lock.json differ, " +
          "run npm install.",
      );
    }
  });
}
