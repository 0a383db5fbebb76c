// Checks of the sources. Each is a well-known tool with its settings at the root, or a check of this folder.
import { mustPass } from "./must-pass.mjs";
import { checkPlainEnglish } from "./plain-english.mjs";
import { checkTestedBy } from "./tested-by.mjs";
import { checkWorkflows } from "./workflows.mjs";

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
  { title: "the workflows are valid (actionlint)", run: checkWorkflows },
  { title: "one finds what tests each module", run: checkTestedBy },
  { title: "messages, comments and documents are in plain English", run: checkPlainEnglish },
];
