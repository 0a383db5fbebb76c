// Mutation testing of the pure logic: `npm run mutate`, or `npm run mutate -- verdict` for one folder of it.
import { patterns, testPatterns } from "./tools/mutate/folders.mjs";

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: patterns(),
  ignorePatterns: ["examples", "provider/dist", "test/.work", "docs-site", "coverage", "/reports"],
  testRunner: "jest",
  jest: {
    projectType: "custom",
    configFile: "tools/mutate/jest.config.cjs",
    // The runner there knows better which files are needed: those with a test that reaches the mutant.
    enableFindRelatedTests: false,
    config: { testMatch: testPatterns() },
  },
  coverageAnalysis: "perTest",
  // Added to what the tests take, and to what Jest takes to load all of them, which is long enough for an endless loop.
  timeoutMS: 1_000,
  // What runs when a module is loaded (tables, patterns) would take every test for each mutant: hours.
  ignoreStatic: true,
  // Jest keeps memory with each run, and slows down with it.
  maxTestRunnerReuse: 100,
  reporters: ["clear-text", "html", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false },
  htmlReporter: { fileName: "reports/mutation.html" },
  tempDirName: ".mutants",
  cleanTempDir: "always",
  thresholds: { high: 95, low: 90, break: 90 },
};
