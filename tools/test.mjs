// `npm test`: runs every gate and every test, and ends with one line that counts them.
// Arguments after `--` go to Jest, and no gate is run: npm test -- test/request
import { installPackages } from "./set-up/packages.mjs";

const say = (/** @type {string} */ line) => console.error(line);

/** @typedef {import("./test-run/counting-reporter.mjs").Counts} Counts */

/** @returns {Promise<Counts>} */
async function runEverything() {
  const [{ runGates }, { buildGate, typeGates }, { sourceGates }, { packageGates }, { runJest }, { sum }] =
    await Promise.all([
      import("./test-run/gates.mjs"),
      import("./check/type-gates.mjs"),
      import("./check/gates.mjs"),
      import("./package/gates.mjs"),
      import("./test-run/jest-run.mjs"),
      import("./test-run/counts.mjs"),
    ]);
  const first = await runGates(say, [buildGate]);
  say("The tests run now, and the other gates at the same time.");
  const [others, tests] = await Promise.all([
    runGates(say, [...typeGates, ...sourceGates, ...packageGates]),
    runJest(["--coverage"]),
  ]);
  // Their own lines stand somewhere among those of the tests.
  [...first.failed, ...others.failed].forEach((title) => say(`✕ ${title}: see above.`));
  return sum([first.counts, others.counts, tests]);
}

/**
 * @param {string[]} args for Jest
 * @returns {Promise<Counts>}
 */
async function run(args) {
  await installPackages(say);
  // The rest is loaded only now: it needs the packages.
  return args.length === 0 ? runEverything() : (await import("./test-run/jest-run.mjs")).runJest(args);
}

const { closingLine } = await import("./test-run/counts.mjs");
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  counts = await run(process.argv.slice(2));
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
}
console.log(`\n${closingLine(counts)}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
