import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { elapsed, reportProgress } from "../set-up/progress.mjs";
import { buildArguments, buildEnvironment, programs } from "./recipe.mjs";
import { runProgram } from "../set-up/run-program.mjs";

const modules = dirname(fileURLToPath(import.meta.url));

/**
 * Says what a failed `go build` means for the person.
 *
 * @param {string} output what `go` printed
 * @returns {string}
 */
export function explainGoFailure(output) {
  const needed = /requires go >= ([\d.]+)/.exec(output)?.[1];
  if (needed !== undefined) {
    return `Go ${needed} or newer is needed; with GOTOOLCHAIN=auto, Go fetches it by itself.`;
  }
  if (/no space left on device/.test(output)) {
    return "The disk is full: the build needs about 4 GB in Go's caches.";
  }
  if (/dial tcp|no such host|connection refused|i\/o timeout|proxyconnect|module lookup disabled|tls:/i.test(output)) {
    return "Go could not fetch the modules: check the network, and GOPROXY and HTTPS_PROXY if you need a proxy.";
  }
  const lines = output.trim().split("\n").slice(-10);
  return ["Go said:", ...lines.map((line) => `  ${line}`)].join("\n");
}

/**
 * Builds one program.
 *
 * @param {string} go the `go` program
 * @param {import("./recipe.mjs").Program} program
 * @param {string} bin where it is written
 * @param {{ module: string, what: string, env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} options
 *   the folder of its Go module, and what to say of it
 * @returns {Promise<void>}
 * @throws {Error} that says what failed and what to do
 */
export async function buildProgram(go, program, bin, { module, what, env, log }) {
  log(`  ${what}`);
  const stop = reportProgress(log, what);
  const output = join(bin, program.name + (process.platform === "win32" ? ".exe" : ""));
  const ended = await runProgram(go, buildArguments(program, output), {
    cwd: module,
    env: { ...env, ...buildEnvironment },
  });
  stop();
  if (ended.code !== 0) {
    throw new Error(`Building ${program.name} with ${go} failed. ${explainGoFailure(ended.output)}`);
  }
}

/**
 * Builds both programs of the engine out of the modules beside this file.
 *
 * @param {string} go the `go` program
 * @param {string} folder where `bin` with the two programs is made
 * @param {{ env: Record<string, string | undefined>, log: import("../set-up/progress.mjs").Log }} options
 * @returns {Promise<void>}
 * @throws {Error} that says what failed and what to do
 */
export async function buildWithGo(go, folder, { env, log }) {
  log("Building the Pulumi engine from its Go modules. This takes about 6 minutes, once; the result is kept.");
  const start = Date.now();
  mkdirSync(join(folder, "bin"), { recursive: true });
  for (const [index, program] of programs.entries()) {
    const what = `building ${program.name} (${index + 1} of ${programs.length})`;
    await buildProgram(go, program, join(folder, "bin"), { module: join(modules, program.module), what, env, log });
  }
  log(`  built in ${elapsed(Date.now() - start)}`);
}
