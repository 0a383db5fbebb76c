import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository's folder. */
export const repository = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the tools keep what is theirs inside the repository: locks, stamps, unfinished builds. Git ignores it. */
export const workFolder = join(repository, ".work");
