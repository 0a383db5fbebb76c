// The logic whose tests need no engine: what no test reaches there is not wanted.
const pure = [
  "text",
  "url",
  "service-sid",
  "credentials",
  "request",
  "response",
  "result",
  "delivery",
  "rules",
  "expectation",
  "verdict",
];

const common = {
  testEnvironment: "node",
  roots: ["<rootDir>/test"],
  testPathIgnorePatterns: ["/node_modules/", "/\\.work/"],
  modulePathIgnorePatterns: ["<rootDir>/test/\\.work/"],
  coveragePathIgnorePatterns: ["/node_modules/", "/dist/"],
  collectCoverageFrom: ["<rootDir>/provider/**/*.ts"],
  transform: {
    "\\.ts$": [
      "@swc/jest",
      { jsc: { parser: { syntax: "typescript" }, target: "es2022" }, module: { type: "commonjs" } },
    ],
  },
};

/** Tests that run programs on the Pulumi engine. */
const onTheEngine = [
  "engine/**/*.test.ts",
  "package-managers/**/*.test.ts",
  "docs/{console,shell}-blocks.test.ts",
  "tools/bench/bench.test.ts",
];

/** Tests that run programs in other languages than TypeScript, which need a language host each. */
const inOtherLanguages = ["engine/plugin/**/*.test.ts"];

/** Tests of the built package, or of what uses the libraries that the build bundles (node-fetch, commander, wrap-ansi …). */
const onTheBuild = [
  "tools/picture/*.test.ts",
  "{audit,cli,github,output,package,plugin,policy,recording,report,request,result}/**/*.test.ts",
  "docs/{code-blocks,examples,reference,unit-test-guide}.test.ts",
];

const below = (patterns) => patterns.map((pattern) => `**/test/${pattern}`);
const not = (patterns) => below(patterns).map((pattern) => `!${pattern}`);

/** @type {import("jest").Config} */
module.exports = {
  ...common,
  // Jest sets up only the projects that have a selected test: npm test -- test/verdict builds nothing and needs no engine.
  projects: [
    {
      ...common,
      displayName: "unit",
      testMatch: ["**/test/**/*.test.ts", ...not([...onTheEngine, ...onTheBuild])],
    },
    {
      ...common,
      displayName: "build",
      testMatch: below(onTheBuild),
      globalSetup: "<rootDir>/tools/test-run/set-up-build.mjs",
    },
    {
      ...common,
      displayName: "engine",
      testMatch: [...below(onTheEngine), ...not(inOtherLanguages)],
      globalSetup: "<rootDir>/tools/test-run/set-up-engine.mjs",
      globalTeardown: "<rootDir>/tools/test-run/tear-down-engine.mjs",
    },
    {
      ...common,
      displayName: "languages",
      testMatch: below(inOtherLanguages),
      globalSetup: "<rootDir>/tools/test-run/set-up-languages.mjs",
      globalTeardown: "<rootDir>/tools/test-run/tear-down-engine.mjs",
    },
  ],
  testSequencer: "<rootDir>/tools/test-run/longest-first.cjs",
  // V8's own coverage more than doubles the time of the tests that run in this process.
  coverageProvider: "babel",
  coverageReporters: ["text-summary", "html"],
  coverageThreshold: {
    // What Pulumi calls in processes of its own (output/, much of audit/) is seen by the tests on the engine, not here.
    global: { statements: 90, branches: 85 },
    ...Object.fromEntries(
      // A default is a branch too, also one that is there for the compiler alone.
      pure.map((folder) => [`./provider/${folder}/`, { statements: 99, branches: 95, functions: 100 }]),
    ),
  },
};
