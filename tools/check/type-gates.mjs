import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { build } from "../build.mjs";
import { repository } from "../set-up/repository.mjs";
import { mustPass } from "./must-pass.mjs";

/** @typedef {import("../test-run/gates.mjs").Gate} Gate */

/**
 * The other gates and many tests look at what this one makes.
 *
 * @type {Gate}
 */
export const buildGate = { title: "the package builds", run: () => build() };

const ofTypes = (/** @type {string} */ project) => mustPass("typescript", "tsc", ["-p", project, "--noEmit"]);

/** The examples in TypeScript. Tests and the quickstart run them without a look at their types. */
const examples = readdirSync(join(repository, "examples"))
  .map((name) => `examples/${name}/tsconfig.json`)
  .filter((project) => existsSync(join(repository, project)));

/** @type {Gate[]} */
export const typeGates = [
  { title: "the types of the package and its tests are right", run: () => ofTypes("tsconfig.json") },
  { title: "the types of the tools are right", run: () => ofTypes("tools/tsconfig.json") },
  {
    title: "the types of the examples are right",
    // As one build, which reads the types that they share once. By its own notes of the last one it would miss a change of
    // the package.
    run: () => mustPass("typescript", "tsc", ["--build", "--force", "--noEmit", ...examples]),
  },
];
