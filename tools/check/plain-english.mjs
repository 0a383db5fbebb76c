// Keeps wordings that read as translated out of what people read: messages, comments, documents.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { wordings } from "./wordings.mjs";

/**
 * @param {string} text
 * @returns {{ line: number, found: string, better: string }[]}
 */
export function wordingProblems(text) {
  return text.split("\n").flatMap((line, index) =>
    wordings.flatMap(({ pattern, better }) => {
      const [found] = pattern.exec(line) ?? [];
      return found === undefined ? [] : [{ line: index + 1, found: found.trim(), better }];
    }),
  );
}

/**
 * @returns {Promise<void>}
 * @throws {Error} that says where a better wording is needed, and which
 */
export async function checkPlainEnglish() {
  const files = execFileSync("git", ["ls-files", "-z", "provider", "tools", "docs", "examples", "*.md"], {
    cwd: repository,
    encoding: "utf8",
  })
    .split("\0")
    .filter((file) => /\.(ts|mjs|md)$/.test(file) && !/CHANGELOG|tools\/check\/wordings\.mjs$/.test(file));
  const problems = files.flatMap((file) =>
    wordingProblems(readFileSync(join(repository, file), "utf8")).map(
      ({ line, found, better }) => `${file}:${line}: "${found}": ${better}`,
    ),
  );
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}
