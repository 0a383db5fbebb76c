// Mutation testing of the pure logic: `npm run mutate`.

const folders = ["service-sid", "credentials", "response", "expectation", "verdict"];
const requestTiming = ["retry-after", "retry-policy", "retryable", "turn-queue"];

/** @type {import("@stryker-mutator/api/core").PartialStrykerOptions} */
export default {
  mutate: [
    ...folders.map((folder) => `provider/${folder}/**/*.ts`),
    ...requestTiming.map((name) => `provider/request/${name}.ts`),
  ],
  ignorePatterns: ["docs", "examples", "provider/dist", "test/.work", "docs-site", "coverage"],
  testRunner: "jest",
  jest: {
    projectType: "custom",
    configFile: "jest.config.js",
    config: {
      testMatch: [
        ...folders.map((folder) => `<rootDir>/test/${folder}/**/*.test.ts`),
        ...requestTiming.map((name) => `<rootDir>/test/request/${name}.test.ts`),
      ],
      coverageThreshold: undefined,
    },
  },
  coverageAnalysis: "perTest",
  concurrency: 2,
  reporters: ["clear-text", "html", "progress-append-only"],
  clearTextReporter: { allowColor: false, logTests: false },
  htmlReporter: { fileName: "reports/mutation.html" },
  tempDirName: "test/.work/mutants",
  cleanTempDir: "always",
  thresholds: { high: 95, low: 90, break: 90 },
};
