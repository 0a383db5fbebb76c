// `npm run engine`: finds or makes the Pulumi engine, and prints the folders to put at the front of PATH to use it.
import { delimiter } from "node:path";
import { findEngine } from "./engine/index.mjs";
import { installPackages } from "./set-up/packages.mjs";

const make = !process.argv.includes("--no-make");

try {
  if (make) {
    // The launcher of dynamic providers, which an engine needs beside it, comes in one of them.
    await installPackages((line) => console.error(line));
  }
  const engine = await findEngine({ make });
  console.error(`Pulumi ${engine.version}: ${engine.pulumi}`);
  console.log(engine.folders.join(delimiter));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
