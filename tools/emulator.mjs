// `npm run emulator`: the package's emulator of Twilio, from a shell. `npm run emulator -- --help` lists its options.
import { createRequire } from "node:module";
import { installPackages } from "./set-up/packages.mjs";

const log = (/** @type {string} */ line) => console.error(line);

try {
  await installPackages(log);
  const { build } = await import("./build.mjs");
  await build({ log });
  const { runEmulatorCommand } = createRequire(import.meta.url)("pulumi-twilio-conversations/testing");
  process.exitCode = await runEmulatorCommand(process.argv.slice(2));
} catch (error) {
  log(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}
