import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { repositoryPath, type Repository } from "../report/repository-path";

/** The variables of GitHub Actions, GitLab and Azure Pipelines that name the folder of the checked-out repository. */
const checkoutVariables = ["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"];

/**
 * The repository that a folder is in: the nearest one with a `.git`, which is a file in a worktree; else the folder that
 * the CI system checked out; else the folder itself.
 */
export function repositoryOf(workDir: string, environment: Readonly<Record<string, string | undefined>>): Repository {
  const root = nearest(workDir, [".git"]) ?? checkoutOf(workDir, environment) ?? workDir;
  const project = nearest(workDir, ["Pulumi.yaml", "Pulumi.yml"], root) ?? workDir;
  const hasShortName = !existsSync(join(project, "Pulumi.yaml")) && existsSync(join(project, "Pulumi.yml"));
  return { workDir, root, projectFile: join(project, hasShortName ? "Pulumi.yml" : "Pulumi.yaml") };
}

/** The nearest folder, from this one upwards, that has something of one of these names. */
function nearest(folder: string, names: readonly string[], last?: string): string | undefined {
  for (let current = folder; ; current = dirname(current)) {
    if (names.some((name) => existsSync(join(current, name)))) {
      return current;
    }
    if (current === last || current === dirname(current)) {
      return undefined;
    }
  }
}

function checkoutOf(workDir: string, environment: Readonly<Record<string, string | undefined>>): string | undefined {
  return checkoutVariables
    .flatMap((name) => environment[name] || [])
    .map((folder) => resolve(workDir, folder))
    .find((root) => root === workDir || repositoryPath(workDir, { workDir, root, projectFile: "" }) !== undefined);
}
