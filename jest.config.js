// The logic whose tests need no engine: what no test reaches there is not wanted.
const pure = ["text", "url", "service-sid", "credentials", "request", "response", "result", "expectation", "verdict"];

/** @type {import("jest").Config} */
module.exports = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testPathIgnorePatterns: ["/node_modules/", "/\\.work/"],
  modulePathIgnorePatterns: ["<rootDir>/test/\\.work/"],
  collectCoverageFrom: ["<rootDir>/provider/**/*.ts"],
  coveragePathIgnorePatterns: ["/node_modules/", "/dist/"],
  coverageProvider: "v8",
  coverageReporters: ["text-summary", "html"],
  coverageThreshold: {
    // What Pulumi calls in processes of its own (output/, much of audit/) is seen by the tests on the engine, not here.
    global: { statements: 90, branches: 90 },
    ...Object.fromEntries(
      pure.map((folder) => [`./provider/${folder}/`, { statements: 99, branches: 96, functions: 100 }]),
    ),
  },
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};
