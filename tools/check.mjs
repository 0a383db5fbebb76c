// `npm run check`: everything that can be said of the sources without running a test.
import { installPackages } from "./set-up/packages.mjs";

const say = (/** @type {string} */ line) => console.error(line);

try {
  await installPackages(say);
  // Loaded only now: these need the packages.
  const [{ runGates }, { buildGate, typeGates }, { sourceGates }, { closingLine, sum }] = await Promise.all([
    import("./test-run/gates.mjs"),
    import("./check/type-gates.mjs"),
    import("./check/gates.mjs"),
    import("./test-run/counts.mjs"),
  ]);
  const first = await runGates(say, [buildGate]);
  const others = await runGates(say, [...typeGates, ...sourceGates], 2);
  const counts = sum([first.counts, others.counts]);
  console.log(`\n${closingLine(counts)}`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
