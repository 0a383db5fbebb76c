// `npm run quickstart`: the real Pulumi engine reads a webhook configuration, from set-up to destroy.
import { readArguments, usage } from "./quickstart/arguments.mjs";
import { setUp } from "./set-up/index.mjs";

const complain = (/** @type {string} */ line) => console.error(line);

/** @param {string | undefined} live */
async function run(live) {
  const engine = await setUp(complain);
  // Loaded only now: these need what was set up.
  const { play } = await import("./quickstart/play.mjs");
  return play(engine, live);
}

const args = readArguments(process.argv.slice(2));
if ("problem" in args) {
  complain(`${args.problem}\n\n${usage}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await run(args.live);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
