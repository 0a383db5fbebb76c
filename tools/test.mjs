// `npm test`: sets everything up, runs every gate and every test, and ends with one line that counts them.
// What is added after `--` goes to Jest: npm test -- test/request
import { installPackages } from "./set-up/packages.mjs";

const say = (/** @type {string} */ line) => console.error(line);

/**
 * @param {unknown} error
 * @returns {string}
 */
const messageOf = (error) => (error instanceof Error ? error.message : String(error));

/** @returns {Promise<import("./test-run/counting-reporter.mjs").Counts>} */
async function runAll() {
  await installPackages(say);
  // Loaded only now: these need the packages.
  const [{ runGates }, { sourceGates }, { packageGates }, { runJest }, { findEngine }, { sum }] = await Promise.all([
    import("./test-run/gates.mjs"),
    import("./check/gates.mjs"),
    import("./package/gates.mjs"),
    import("./test-run/jest-run.mjs"),
    import("./engine/index.mjs"),
    import("./test-run/counts.mjs"),
  ]);
  const extra = process.argv.slice(2);
  /** @type {string[] | undefined} */
  let engineFolders;
  const gates = await runGates(say, [
    {
      title: "there is a Pulumi engine",
      run: async () => {
        const engine = await findEngine();
        say(`Pulumi ${engine.version}: ${engine.pulumi}`);
        engineFolders = engine.folders;
      },
    },
    // Whoever runs a part of the tests does not wait for these.
    ...(extra.length === 0 ? [...sourceGates, ...packageGates] : []),
  ]);
  return sum([gates, await runJest(extra.length === 0 ? ["--coverage"] : extra, engineFolders)]);
}

const { closingLine } = await import("./test-run/counts.mjs");
let counts = { passed: 0, failed: 1, skipped: 0 };
try {
  counts = await runAll();
} catch (error) {
  say(messageOf(error));
}
console.log(`\n${closingLine(counts)}`);
process.exitCode = counts.failed > 0 || counts.passed === 0 ? 1 : 0;
