// What the mutation tests have Jest do. It keeps nothing of jest.config.js but how a file is compiled: set-ups and projects
// would build the package and an engine for tests that need neither.
const { testEnvironment, transform } = require("../../jest.config.js");

module.exports = {
  rootDir: "../..",
  testEnvironment,
  transform,
  roots: ["<rootDir>/test"],
  // Thousands of values for each mutant would take hours: here the examples alone have to suffice. What is left of the others
  // is tried with few values.
  testPathIgnorePatterns: ["(\\.property|/expectation-schema)\\.test\\.ts$"],
  moduleNameMapper: { "^fast-check$": "<rootDir>/tools/mutate/short-properties.cjs" },
  runner: "<rootDir>/tools/mutate/needed-tests-runner.cjs",
  // Asking for Watchman starts a process, for each mutant.
  watchman: false,
};
