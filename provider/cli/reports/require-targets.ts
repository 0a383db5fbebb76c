// Tested by test/cli/audit-command.test.ts
import { access, constants, realpath, stat } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { UsageError } from "../usage-error";
import type { ReportTarget } from "./report-targets";
import { isSpecial, linkTarget } from "./write-whole";

/**
 * Finds out, before anything is read, whether the reports can be written, and that none is written over another one or
 * over what the audit reads.
 * @param inputs the files that it reads, as the user named them
 * @throws {UsageError} if not, as far as that can be known by then.
 */
export async function requireTargets(
  targets: readonly ReportTarget[],
  inputs: readonly string[],
  workDir: string,
): Promise<void> {
  const files = targets.flatMap(({ file }) => file ?? []);
  for (const [index, file] of files.entries()) {
    const path = resolve(workDir, file);
    await requireWritable(path, file);
    if (/^Pulumi(\..+)?\.ya?ml$/.test(basename(await linkTarget(path)))) {
      throw new UsageError(`${file} is a file of the Pulumi project: a report would overwrite it`);
    }
    for (const input of inputs) {
      if (await isSameFile(path, resolve(workDir, input))) {
        throw new UsageError(`${file} is what the audit reads (${input}): a report would overwrite it`);
      }
    }
    for (const other of files.slice(0, index)) {
      if (!(await isSpecial(path)) && (await isSameFile(path, resolve(workDir, other)))) {
        throw new UsageError(`two reports cannot be written to the same file: ${other} and ${file}`);
      }
    }
  }
}

/**
 * Finds out whether a file can be written there.
 * @param name what the user calls it
 * @throws {UsageError} if not, as far as that can be known without writing.
 */
export async function requireWritable(file: string, name: string): Promise<void> {
  if (await isFolder(file)) {
    throw new UsageError(`${name} is a folder: name a file in it`);
  }
  const target = await linkTarget(file);
  if (!(await isFolder(dirname(target)))) {
    throw new UsageError(`${name} cannot be written: there is no such folder`);
  }
  // If a file is replaced, its folder is what must be writable.
  if (!(await isOpenForWriting((await isSpecial(target)) ? target : dirname(target)))) {
    throw new UsageError(`${name} cannot be written: permission denied`);
  }
}

/** Whether two paths lead to one file: by the same name, through links, or because the file has both names. */
async function isSameFile(one: string, other: string): Promise<boolean> {
  if ((await realPath(one)) === (await realPath(other))) {
    return true;
  }
  const [first, second] = await Promise.all(
    [one, other].map((path) => stat(path, { bigint: true }).catch(() => undefined)),
  );
  return first !== undefined && first.dev === second?.dev && first.ino === second.ino;
}

/** The path without links, even if there is no file yet. */
async function realPath(path: string): Promise<string> {
  const target = await linkTarget(path);
  return join(await realpath(dirname(target)).catch(() => dirname(target)), basename(target));
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
