// Runs only the test files that can kill a mutant. Stryker names the tests that reach a mutant by their titles, and to find
// out which files have those, Jest loads every test file: a third of a second each, ten seconds for each mutant.
const { appendFileSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const { default: TestRunner } = require("jest-runner");

// In the sandbox: the process that runs all tests once is not the only one that tests mutants.
const knownFile = join(process.cwd(), "test-files.jsonl");

/** @type {Map<string, { titles: string[], runtime: number }> | undefined} */
let known;

module.exports = class NeededTestsRunner extends TestRunner {
  async runTests(tests, watcher, options) {
    let hasFailed = false;
    this.on(
      "test-file-success",
      ([
        { path },
        {
          testResults,
          numFailingTests,
          perfStats: { runtime },
        },
      ]) => {
        hasFailed ||= numFailingTests > 0;
        if (!isMutant()) {
          const titles = testResults.map(({ fullName }) => fullName);
          appendFileSync(knownFile, `${JSON.stringify([path, { titles, runtime }])}\n`);
        }
      },
    );
    if (!isMutant()) {
      await super.runTests(tests, watcher, options);
      return;
    }
    known ??= new Map(
      readFileSync(knownFile, "utf8")
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line)),
    );
    const wanted = new RegExp(this._globalConfig.testNamePattern ?? "", "i");
    const needed = tests.filter(({ path }) => known.get(path)?.titles.some((title) => wanted.test(title)));
    // The quick ones first: one failed test kills a mutant, whatever the other files would say.
    for (const test of needed.sort((one, other) => known.get(one.path).runtime - known.get(other.path).runtime)) {
      if (!hasFailed) {
        await super.runTests([test], watcher, options);
      }
    }
  }
};

function isMutant() {
  return process.env.__STRYKER_ACTIVE_MUTANT__ !== undefined;
}
