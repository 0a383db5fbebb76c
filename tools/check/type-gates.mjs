import { build } from "../build.mjs";
import { mustPass } from "./must-pass.mjs";

/** @typedef {import("../test-run/gates.mjs").Gate} Gate */

/**
 * The other gates and many tests look at what this one makes.
 *
 * @type {Gate}
 */
export const buildGate = { title: "the package builds", run: () => build() };

/** @type {Gate[]} */
export const typeGates = [
  {
    title: "the types of the package and its tests are right",
    run: () => mustPass("typescript", "tsc", ["-p", "tsconfig.json", "--noEmit"]),
  },
  {
    title: "the types of the tools are right",
    run: () => mustPass("typescript", "tsc", ["-p", "tools/tsconfig.json", "--noEmit"]),
  },
];
