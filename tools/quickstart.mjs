// `npm run quickstart`: the real Pulumi engine reads a webhook configuration, from set-up to destroy.
import { readArguments, usage } from "./quickstart/arguments.mjs";
import { setUp } from "./set-up/index.mjs";

const complain = (/** @type {string} */ line) => console.error(line);

/** @param {{ live?: string, language?: import("./languages/recipe.mjs").Language }} what */
async function run({ live, language }) {
  const engine = await setUp(complain);
  // Loaded only now: these need what was set up.
  const { play } = await import("./quickstart/play.mjs");
  if (language === undefined) {
    return play(engine, { live });
  }
  const { prepareLanguage } = await import("./quickstart/prepare-language.mjs");
  return play(engine, { program: await prepareLanguage(language, engine, complain) });
}

const args = readArguments(process.argv.slice(2));
if ("problem" in args) {
  complain(`${args.problem}\n\n${usage}`);
  process.exitCode = 2;
} else {
  try {
    process.exitCode = await run(args);
  } catch (error) {
    complain(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
