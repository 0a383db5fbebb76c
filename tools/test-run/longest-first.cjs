// The order of test files: the longest first, so that no long one is left when the other worker has nothing to do. Jest
// remembers how long each took; on a new machine the order follows what the tests need.
const { default: TestSequencer } = require("@jest/test-sequencer");
const { statSync } = require("node:fs");

/** How many milliseconds a kilobyte of tests takes, about. */
const perKilobyte = { engine: 5_000, languages: 5_000, build: 500, unit: 100 };

module.exports = class LongestFirst extends TestSequencer {
  sort(tests) {
    return super
      .sort(tests)
      .map((test) => ({ test, duration: test.duration ?? estimate(test) }))
      .sort((one, other) => other.duration - one.duration)
      .map(({ test }) => test);
  }
};

function estimate({ path, context }) {
  // These install packages: the text says little.
  return /package-managers/.test(path)
    ? 60_000
    : (statSync(path).size / 1024) * (perKilobyte[context.config.displayName?.name] ?? 0);
}
