import { randomBytes } from "node:crypto";
import { constants } from "node:fs";
import { access, open, readlink, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "./usage-error";

/**
 * Writes a file whole or not at all: whoever reads it meanwhile finds the old one, or the new one. A link stays, and what
 * it leads to is written. A device or a pipe is written to as it is.
 * @param mode its permissions, before the user's mask
 */
export async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const target = await linkTarget(file);
  if (await isSpecial(target)) {
    // A file in its place would take it away from everybody: under root, /dev/null from the whole machine.
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

/**
 * Finds out, before there is anything to write, whether a file can be written there.
 * @param name what the user calls it
 * @throws {UsageError} where it cannot, as far as that can be known by then.
 */
export async function requireWritable(file: string, name: string): Promise<void> {
  if (await isFolder(file)) {
    throw new UsageError(`${name} is a folder: name a file in it`);
  }
  const target = await linkTarget(file);
  if (!(await isFolder(dirname(target)))) {
    throw new UsageError(`${name} cannot be written: there is no such folder`);
  }
  // Where a file is replaced, its folder is what must be writable.
  if (!(await isOpenForWriting((await isSpecial(target)) ? target : dirname(target)))) {
    throw new UsageError(`${name} cannot be written: you may not write there`);
  }
}

/** What a link leads to, also where that is not there yet; what is no link is it itself. */
async function linkTarget(file: string): Promise<string> {
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

/** Whether it is there, and is neither a file nor a folder. What a link leads to counts. */
async function isSpecial(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => !found.isFile() && !found.isDirectory(),
    () => false,
  );
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

async function isOpenForWriting(path: string): Promise<boolean> {
  return access(path, constants.W_OK).then(
    () => true,
    () => false,
  );
}
