// A lock between processes, out of Node's own modules alone: it is needed before any package is installed. Folders made
// under it are renamed into place in one step, so a lock taken over by mistake costs work done twice and no more.
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { hostname } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

/** How long a lock stands without a sign of life from its owner, in milliseconds. */
const defaultStaleAfter = 60_000;

/**
 * @param {unknown} error
 * @param {string} code
 * @returns {boolean}
 */
function hasCode(error, code) {
  return error instanceof Error && "code" in error && error.code === code;
}

/**
 * @param {string} folder
 * @param {string} owner
 * @returns {boolean} false if another process holds it
 */
function take(folder, owner) {
  try {
    mkdirSync(folder);
  } catch (error) {
    if (hasCode(error, "EEXIST")) {
      return false;
    }
    throw error;
  }
  writeFileSync(join(folder, "owner"), owner);
  return true;
}

/**
 * @param {string} folder
 * @returns {string | undefined}
 */
function ownerOf(folder) {
  try {
    return readFileSync(join(folder, "owner"), "utf8");
  } catch {
    return undefined;
  }
}

/**
 * Whether the process that took a lock is known to be gone.
 *
 * @param {string | undefined} owner
 * @returns {boolean}
 */
function isGone(owner) {
  const [host, pid] = (owner ?? "").split(" ");
  if (host !== hostname()) {
    return false;
  }
  try {
    process.kill(Number(pid), 0);
    return false;
  } catch (error) {
    return hasCode(error, "ESRCH");
  }
}

/**
 * Removes a lock whose owner is gone or has given no sign of life.
 *
 * @param {string} folder
 * @param {number} staleAfter
 */
function removeStale(folder, staleAfter) {
  const aside = `${folder}.${randomUUID()}`;
  try {
    const before = statSync(folder);
    if (Date.now() - before.mtimeMs < staleAfter && !isGone(ownerOf(folder))) {
      return;
    }
    renameSync(folder, aside);
    if (statSync(aside).ino !== before.ino) {
      // Between the look and the renaming another process has taken the lock anew: it gets it back.
      renameSync(aside, folder);
      return;
    }
  } catch {
    // Somebody else was faster.
    return;
  }
  rmSync(aside, { recursive: true, force: true });
}

/**
 * Does something that only one process may do at a time.
 *
 * @template T
 * @param {string} folder the lock: a folder that is there while it is held
 * @param {object} options
 * @param {() => void} options.onWait called about once a second while another process holds the lock
 * @param {number} [options.staleAfter] milliseconds without a sign of life until it is taken over (default: 60,000)
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function withLock(folder, { onWait, staleAfter = defaultStaleAfter }, work) {
  const owner = `${hostname()} ${process.pid} ${randomUUID()}`;
  mkdirSync(dirname(folder), { recursive: true });
  while (!take(folder, owner)) {
    removeStale(folder, staleAfter);
    if (take(folder, owner)) {
      break;
    }
    onWait();
    await sleep(1000);
  }
  const release = () => {
    if (ownerOf(folder) === owner) {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  const signOfLife = setInterval(() => {
    try {
      utimesSync(folder, new Date(), new Date());
    } catch {
      // Taken over while this process was asleep.
    }
  }, staleAfter / 4);
  process.once("exit", release);
  try {
    return await work();
  } finally {
    clearInterval(signOfLife);
    process.removeListener("exit", release);
    release();
  }
}
