// A program in Go, compiled once: what Pulumi's SDK costs the compiler stays in Go's own build cache, and the program
// itself is kept until it or the SDK changes.
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { buildProgram } from "../engine/build-with-go.mjs";
import { findIn } from "../engine/find-on-path.mjs";
import { makeFolder } from "../set-up/make-folder.mjs";
import { repository, workFolder } from "../set-up/repository.mjs";
import { requireOnPath } from "./missing.mjs";

/** The module whose requirements every program has: Pulumi's SDK, and the plugin's that is generated. */
const example = join(repository, "examples", "gate-deployment-go");

/**
 * @param {string} name the compiled program's
 * @param {string} source its main file
 * @param {string} sdk the folder of the SDKs that were generated
 * @param {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log, more?: string }} options
 *   `more` is the text of a further file of the program
 * @returns {Promise<string>} the compiled program
 * @throws {NoLanguageError} if there is no Go, and {Error} if it does not compile
 */
export async function compileGoProgram(name, source, sdk, { env, log, more = "package main\n" }) {
  const go = requireOnPath("go", env, "Go");
  const place = join(workFolder, "go", name);
  const made = [source, join(example, "go.mod"), join(sdk, "..", "made-from.json")];
  const text = [...made.map((file) => readFileSync(file, "utf8")), more].join("\n");
  const stamp = (/** @type {string} */ folder) => join(folder, "made-from.txt");
  const program = (/** @type {string} */ folder) => findIn(name, [folder], env);
  mkdirSync(join(workFolder, "go"), { recursive: true });
  await makeFolder(place, {
    what: `the program ${name}`,
    isThere: () => existsSync(stamp(place)) && readFileSync(stamp(place), "utf8") === text,
    make: async (folder) => {
      const module = join(folder, "module");
      mkdirSync(module);
      copyFileSync(join(example, "go.sum"), join(module, "go.sum"));
      copyFileSync(source, join(module, "main.go"));
      writeFileSync(join(module, "more.go"), more);
      cpSync(join(sdk, "twilioconversations"), join(folder, "sdk"), { recursive: true });
      writeFileSync(join(module, "go.mod"), withLocalSdk(readFileSync(join(example, "go.mod"), "utf8"), "../sdk"));
      // The flags of the SDKs' generator, which has compiled much of the same.
      const recipe = { name, package: ".", linkerFlags: "-s -w" };
      await buildProgram(go, recipe, folder, { module, what: `Compiling ${name} in Go.`, env, log });
      writeFileSync(stamp(folder), text);
    },
    findFault: (folder) => (program(folder) === undefined ? `there is no ${name}` : undefined),
    log,
  });
  return program(place) ?? "";
}

/**
 * Has a module take the plugin's SDK from a folder, as `pulumi package add` does.
 *
 * @param {string} goMod the text of a `go.mod`
 * @param {string} folder
 * @returns {string}
 * @throws {Error} if the module does not require the SDK
 */
export function withLocalSdk(goMod, folder) {
  const name = /^\s*(?:require )?(\S+\/twilioconversations) v/m.exec(goMod)?.[1];
  if (name === undefined) {
    throw new Error("The module does not require the SDK twilioconversations.");
  }
  return `${goMod.trimEnd()}\n\nreplace ${name} => ${folder}\n`;
}
