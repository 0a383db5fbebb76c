// Tested by test/report/sarif.test.ts
import { isAbsolute, relative, resolve, sep } from "node:path";

/** Where the audit ran. All paths are absolute. */
export interface Repository {
  /** The folder that the files' names are relative to. */
  readonly workDir: string;
  /** The repository's top folder; without a repository, `workDir`. */
  readonly root: string;
  /** The project's `Pulumi.yaml`, for findings that no line of another file is about. */
  readonly projectFile: string;
}

/**
 * A file's path from the repository's root, with `/` between its parts: what code scanning and annotations match with
 * the files of a commit. Undefined for a file outside the repository.
 */
export function repositoryPath(file: string, { workDir, root }: Repository): string | undefined {
  const path = relative(root, resolve(workDir, file));
  const isInside = path !== "" && path !== ".." && !path.startsWith(`..${sep}`) && !isAbsolute(path);
  return isInside ? path.split(sep).join("/") : undefined;
}
