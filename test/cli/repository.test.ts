import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryOf } from "../../provider/cli/repository";
import { folderWith } from "../audit/support/folder";

test("a repository begins at the nearest .git above, which is a file in a worktree", () => {
  const top = folderWith({ "a/b/Pulumi.yml": "", "a/c.txt": "" });
  writeFileSync(join(top, "a", ".git"), "gitdir: elsewhere");
  mkdirSync(join(top, ".git"));
  const environment = { GITHUB_WORKSPACE: top };
  expect(repositoryOf(join(top, "a", "b"), environment)).toEqual({
    workDir: join(top, "a", "b"),
    root: join(top, "a"),
    projectFile: join(top, "a", "b", "Pulumi.yml"),
  });
  expect(repositoryOf(join(top, "a"), environment).root).toBe(join(top, "a"));
  expect(repositoryOf(top, environment).root).toBe(top);
});

test.each(["GITHUB_WORKSPACE", "CI_PROJECT_DIR", "BUILD_SOURCESDIRECTORY"])(
  "without git, it is the folder that %s names, if the audit runs in it",
  (variable) => {
    const top = folderWith({ "infra/dev/e.yaml": "" });
    const workDir = join(top, "infra", "dev");
    expect(repositoryOf(workDir, { [variable]: top }).root).toBe(top);
    expect(repositoryOf(workDir, { [variable]: workDir }).root).toBe(workDir);
    expect(repositoryOf(workDir, { [variable]: join(top, "inf") }).root).toBe(workDir);
    expect(repositoryOf(workDir, { [variable]: "" }).root).toBe(workDir);
  },
);

test("the project file is the nearest one above, within the repository", () => {
  const top = folderWith({ "Pulumi.yaml": "", "repo/infra/x": "" });
  mkdirSync(join(top, "repo", ".git"));
  const infra = join(top, "repo", "infra");
  expect(repositoryOf(infra, {}).projectFile).toBe(join(infra, "Pulumi.yaml"));
  writeFileSync(join(top, "repo", "Pulumi.yaml"), "");
  expect(repositoryOf(infra, {}).projectFile).toBe(join(top, "repo", "Pulumi.yaml"));
});
