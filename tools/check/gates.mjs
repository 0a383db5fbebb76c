// What must hold of the sources. Each is a well-known tool with its settings at the root.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";
import { runProgram } from "../set-up/run-program.mjs";

/**
 * @param {string} name of the package that has the command
 * @param {string} command
 * @param {string[]} args
 */
async function mustPass(name, command, args) {
  const folder = join(repository, "node_modules", name);
  /** @type {{ bin: string | Record<string, string> }} */
  const { bin } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = join(folder, typeof bin === "string" ? bin : (bin[command] ?? ""));
  const { code, output } = await runProgram(process.execPath, [file, ...args], { cwd: repository });
  if (code !== 0) {
    throw new Error(output.trim());
  }
}

/** Modules whose exports are for others than this repository's own modules. */
const forOthers = ["provider/(index|dynamic-provider|(audit|policy|testing)/index)", "test/types/", "/state-fixtures/"];

/** @type {import("../test-run/gates.mjs").Gate[]} */
export const sourceGates = [
  {
    title: "every file is formatted by Prettier",
    run: () => mustPass("prettier", "prettier", ["--list-different", "."]),
  },
  {
    title: "ESLint, with types, has nothing to say",
    run: () => mustPass("eslint", "eslint", [".", ".dependency-cruiser.cjs", "--max-warnings=0"]),
  },
  {
    title: "no modules import each other in a circle, and each folder knows only what it may",
    run: () =>
      mustPass("dependency-cruiser", "depcruise", ["--config", ".dependency-cruiser.cjs", "provider", "test", "tools"]),
  },
  {
    title: "every export is used",
    run: () =>
      mustPass("ts-unused-exports", "ts-unused-exports", [
        "tsconfig.json",
        "--ignoreLocallyUsed",
        `--ignoreFiles=${forOthers.join("|")}`,
      ]),
  },
];
