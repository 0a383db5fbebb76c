import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./support/documents";

test("npx is always told which package has the command: by the bare name it would run whoever's package has that name", () => {
  const folders = ["README.md", "CONTRIBUTING.md", "SECURITY.md", "docs", "examples", "provider", "tools"];
  const files = execFileSync("git", ["ls-files", "-z", ...folders], { cwd: repository, encoding: "utf8" })
    .split("\0")
    .filter((file) => /\.(md|ts|mjs|json|ya?ml)$/.test(file));
  const places = files.flatMap((file) =>
    readFileSync(join(repository, file), "utf8")
      .split("\n")
      .flatMap((line, index) => (/npx[\s",]+twilio-webhooks/.test(line) ? [`${file}:${index + 1}`] : [])),
  );
  expect(files.length).toBeGreaterThan(100);
  expect(places).toEqual([]);
});
