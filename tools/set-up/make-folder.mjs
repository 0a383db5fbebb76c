// Makes a folder so that nobody ever sees a half-made one: it is filled in a workshop elsewhere on the same disk,
// looked over, and renamed. Of two processes at once, one makes it and the other waits.
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { withExitOnSignals } from "./exit-on-signals.mjs";
import { withLock } from "./lock.mjs";
import { elapsed } from "./progress.mjs";

/**
 * @typedef {object} Making
 * @property {string} what such as "the Pulumi engine", for the process that waits
 * @property {string} [workshop] the folder for the lock and for what is unfinished (default: where the place is)
 * @property {() => boolean} isThere whether there is nothing to do; asked again after waiting for another process
 * @property {(folder: string) => Promise<void>} make fills an empty folder
 * @property {(folder: string) => string | undefined} findFault what is wrong with what was made, if anything is
 * @property {() => void} [onDone] called once the folder is in its place, before another process may look
 * @property {import("./progress.mjs").Log} log
 */

/**
 * @param {string} place the folder to make
 * @param {Making} making
 * @returns {Promise<void>}
 * @throws {Error} what `make` throws, or that what it made has a fault
 */
export async function makeFolder(place, making) {
  const { what, workshop = dirname(place), isThere, log } = making;
  if (isThere()) {
    return;
  }
  const start = Date.now();
  let told = 0;
  const onWait = () => {
    if (Date.now() - told > 30_000) {
      log(
        `Another run is making ${what}: waiting for it${told === 0 ? "" : ` (${elapsed(Date.now() - start)} so far)`}.`,
      );
      told = Date.now();
    }
  };
  await withLock(join(workshop, `${basename(place)}.lock`), { onWait }, async () => {
    if (!isThere()) {
      await withExitOnSignals(() => makeInWorkshop(place, workshop, making));
      making.onDone?.();
    }
  });
}

/**
 * @param {string} place
 * @param {string} workshop
 * @param {Making} making
 */
async function makeInWorkshop(place, workshop, { make, findFault }) {
  const unfinished = `${basename(place)}.unfinished-`;
  // Under the lock, whatever is there was left by a run that was cut off.
  for (const name of readdirSync(workshop).filter((each) => each.startsWith(unfinished))) {
    rmSync(join(workshop, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(join(workshop, unfinished));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    const made = join(folder, "made");
    mkdirSync(made);
    await make(made);
    const fault = findFault(made);
    if (fault !== undefined) {
      throw new Error(`What was made does not work: ${fault}.`);
    }
    replace(place, made, join(folder, "old"));
  } finally {
    process.removeListener("exit", remove);
    remove();
  }
}

/**
 * Puts a folder in its place. What was there goes aside first: a folder cannot be renamed over one with files in it.
 *
 * @param {string} place
 * @param {string} made
 * @param {string} aside
 */
function replace(place, made, aside) {
  try {
    renameSync(place, aside);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) {
      throw error;
    }
  }
  renameSync(made, place);
}
