import { randomBytes } from "node:crypto";
import { open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { UsageError } from "./usage-error";

/**
 * Writes a file whole or not at all: whoever reads it meanwhile finds the old one, or the new one.
 * @param mode its permissions, before the user's mask
 */
export async function writeWhole(file: string, text: string, mode: number): Promise<void> {
  const temporary = join(dirname(file), `.${basename(file)}.${randomBytes(6).toString("hex")}.tmp`);
  try {
    const handle = await open(temporary, "wx", mode);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    await rename(temporary, file);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}

/**
 * Finds out, before there is anything to write, whether a file can be written there.
 * @param name what the user calls it
 * @throws {UsageError} where its folder is none, or it is a folder itself.
 */
export async function requireWritable(file: string, name: string): Promise<void> {
  if (await isFolder(file)) {
    throw new UsageError(`${name} is a folder: name a file in it`);
  }
  if (!(await isFolder(dirname(file)))) {
    throw new UsageError(`${name} cannot be written: there is no such folder`);
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}
