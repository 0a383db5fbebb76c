import { randomBytes } from "node:crypto";
import { open, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";

/**
 * Writes a file whole or not at all: whoever reads it meanwhile finds the old one, or the new one. A link stays, and what
 * it leads to is written. A device or a pipe is written to as it is.
 *
 * Why not write-file-atomic, which does much of this: it writes once and does not look at how much was written, so that
 * on a full disk half of a report replaces the old one (7.0.1); it replaces a device, a pipe or a link that leads nowhere
 * yet; it gives a new file its mode without the user's mask; and the name of its temporary
 * file can be foreseen, and is followed if it is a link. Around it, more would be left to write than there is here.
 * @param mode its permissions, before the user's mask
 */
export async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const target = await linkTarget(file);
  if (await isSpecial(target)) {
    // A file instead of it would take it away from everybody: under root, /dev/null from the whole machine.
    await writeFile(target, text);
    return;
  }
  const temporary = join(dirname(target), `.${basename(target)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(temporary, "wx", mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, target);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/** The target of a link, even if nothing is there yet; of anything else, the path itself. */
export async function linkTarget(file: string): Promise<string> {
  let target = file;
  // As many links in a row as Linux follows.
  for (let links = 0; links < 40 && !(await isSpecial(target)); links += 1) {
    const next = await readlink(target).catch(() => undefined);
    if (next === undefined) {
      break;
    }
    target = resolve(dirname(target), next);
  }
  return target;
}

/** Whether something is there that is neither a file nor a folder. Links are followed. */
export async function isSpecial(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
}
