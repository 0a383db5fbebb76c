// Builds the published package: provider/dist from provider/**/*.ts, with node-fetch bundled beside it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { makeFolder } from "./set-up/make-folder.mjs";
import { repository, workFolder } from "./set-up/repository.mjs";
import { runProgram } from "./set-up/run-program.mjs";

const require = createRequire(import.meta.url);
const provider = join(repository, "provider");
const dist = join(provider, "dist");
const stamp = join(workFolder, "build.json");

/** @returns {string} a hash of everything that a build is made from */
function hashSources() {
  const typescript = readdirSync(provider, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(dist|node_modules)[\\/]/.test(file))
    .sort()
    .map((file) => join(provider, file));
  const others = ["provider/tsconfig.json", "tsconfig.json", "package-lock.json"].map((file) => join(repository, file));
  const hash = createHash("sha256");
  for (const file of [...typescript, ...others, fileURLToPath(import.meta.url)]) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * What a build leaves behind to be recognised by: from which sources, and which files it made.
 *
 * @param {string} sources
 * @returns {string}
 */
function stampOf(sources) {
  return JSON.stringify({ sources, madeAt: statSync(join(dist, "index.js")).mtimeMs });
}

/** @param {string} folder */
async function compile(folder) {
  const tsc = [require.resolve("typescript/bin/tsc"), "-p", provider, "--outDir", folder];
  if ((await runProgram(process.execPath, tsc, { show: true })).code !== 0) {
    throw new Error("The package does not compile: see the lines above.");
  }
  // node-fetch 3 is an ES module only, which Jest's default CommonJS setting cannot load: users' unit tests would fail.
  const { build: bundle } = await import("esbuild");
  await bundle({
    entryPoints: [require.resolve("node-fetch")],
    outfile: join(folder, "node-fetch.cjs"),
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    legalComments: "inline",
    logLevel: "warning",
  });
}

/**
 * Builds the package, unless it is built from the same sources already.
 *
 * @param {object} [options]
 * @param {boolean} [options.always] default: false
 * @param {import("./set-up/progress.mjs").Log} [options.log] default: lines on stderr
 * @returns {Promise<void>}
 * @throws {Error} where it does not compile
 */
export async function build({ always = false, log = (line) => console.error(line) } = {}) {
  const sources = hashSources();
  mkdirSync(workFolder, { recursive: true });
  await makeFolder(dist, {
    what: "the package",
    workshop: workFolder,
    isThere: () =>
      !always &&
      existsSync(stamp) &&
      existsSync(join(dist, "index.js")) &&
      readFileSync(stamp, "utf8") === stampOf(sources),
    make: async (folder) => {
      log("Building the package.");
      await compile(folder);
    },
    findFault: (folder) => (existsSync(join(folder, "index.js")) ? undefined : "it has no index.js"),
    onDone: () => writeFileSync(stamp, stampOf(sources)),
    log,
  });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  try {
    await build({ always: true });
  } catch (error) {
    console.error(error instanceof Error ? error.message : String(error));
    process.exitCode = 1;
  }
}
