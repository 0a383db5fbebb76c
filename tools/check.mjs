// `npm run check`: everything that can be said of the sources without running a test.
import { installPackages } from "./set-up/packages.mjs";

const say = (/** @type {string} */ line) => console.error(line);

try {
  await installPackages(say);
  // Loaded only now: these need the packages.
  const [{ runGates }, { sourceGates }, { closingLine }] = await Promise.all([
    import("./test-run/gates.mjs"),
    import("./check/gates.mjs"),
    import("./test-run/counts.mjs"),
  ]);
  const counts = await runGates(say, sourceGates);
  console.log(`\n${closingLine(counts)}`);
  process.exitCode = counts.failed > 0 ? 1 : 0;
} catch (error) {
  say(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
