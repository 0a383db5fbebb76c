// `npm run bench`: measures how fast the package is, and prints a table. `npm run bench -- --help` says more.
import { readArguments, usage } from "./bench/arguments.mjs";
import { rowNames } from "./bench/row-names.mjs";
import { withExitOnSignals } from "./set-up/exit-on-signals.mjs";
import { setUp } from "./set-up/index.mjs";

const say = (/** @type {string} */ line) => console.error(line);

/** @param {import("./bench/arguments.mjs").Arguments} args */
async function run(args) {
  const engine = await setUp(say);
  // Loaded only now: these need what was set up.
  const [{ measureAll }, { report }] = await Promise.all([import("./bench/measure.mjs"), import("./bench/report.mjs")]);
  const results = await measureAll(args.rows, { engine, rounds: args.rounds, say });
  console.log(report(results, { engine, json: args.json }));
  return results.some((result) => "failure" in result) ? 1 : 0;
}

const args = readArguments(process.argv.slice(2), rowNames);
if ("text" in args) {
  say(args.text === "" ? usage(rowNames) : `${args.text}\n\n${usage(rowNames)}`);
  process.exitCode = args.text === "" ? 0 : 2;
} else {
  try {
    process.exitCode = await withExitOnSignals(() => run(args));
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
