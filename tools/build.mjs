// Builds the published package: provider/dist from provider/**/*.ts, with some libraries bundled beside it.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { bundledLicenses } from "./package/bundled-licenses.mjs";
import { finishDeclarations } from "./package/declarations.mjs";
import { buildPlugin, packageVersion } from "./package/plugin.mjs";
import { straightBodies } from "./package/straight-bodies.mjs";
import { makeFolder } from "./set-up/make-folder.mjs";
import { repository, workFolder } from "./set-up/repository.mjs";
import { runProgram } from "./set-up/run-program.mjs";

const require = createRequire(import.meta.url);
const provider = join(repository, "provider");
const dist = join(provider, "dist");
const stamp = join(workFolder, "build.json");
// node-fetch 3, string-width and wrap-ansi are ES modules only, which Jest's default CommonJS setting cannot load: users'
// unit tests would fail. The last three are for the command only, so they are not dependencies of programs.
const bundledLibraries = ["node-fetch", "commander", "string-width", "wrap-ansi"];

/** @returns {string} a hash of everything that a build is made from */
function hashSources() {
  const typescript = readdirSync(provider, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".ts") && !/^(dist|node_modules)[\\/]/.test(file))
    .sort()
    .map((file) => join(provider, file));
  const others = [
    "provider/package.json",
    "provider/tsconfig.json",
    "tsconfig.json",
    "package-lock.json",
    "tools/package/bundled-licenses.mjs",
    "tools/package/declarations.mjs",
    "tools/package/plugin.mjs",
    "tools/package/straight-bodies.mjs",
  ].map((file) => join(repository, file));
  const hash = createHash("sha256");
  for (const file of [...typescript, ...others, fileURLToPath(import.meta.url)]) {
    hash.update(`${file}\n`).update(readFileSync(file));
  }
  return hash.digest("hex");
}

/**
 * The mark by which a build is recognised: from which sources, and which files it made.
 *
 * @param {string} sources
 * @returns {string}
 */
function stampOf(sources) {
  return JSON.stringify({ sources, madeAt: statSync(join(dist, "index.js")).mtimeMs });
}

/**
 * The modules that the package publishes: what its package.json names below dist, as exports or commands.
 *
 * @returns {string[]} without extension, such as "testing/index"
 */
function publishedModules() {
  const { exports, bin = {} } = JSON.parse(readFileSync(join(provider, "package.json"), "utf8"));
  // A command in bin/ only calls the module of its name.
  const commands = Object.keys(bin).map((name) => `dist/cli/${name}.js`);
  const files = [...Object.values(exports).map((each) => each.default), ...commands];
  return [...new Set(files.flatMap((file) => /^(?:\.\/)?dist\/(.+)\.js$/.exec(file ?? "")?.[1] ?? []))];
}

/**
 * Leaves out what gives Node.js before 18 its web streams. The question alone whether they are there makes a newer one
 * load them, and the polyfill is most of the bundle.
 *
 * @type {import("esbuild").Plugin}
 */
const withoutPolyfills = {
  name: "without-polyfills",
  setup: (bundler) => bundler.onLoad({ filter: /fetch-blob[\\/]streams\.cjs$/ }, () => ({ contents: "" })),
};

/** @param {string} folder */
async function compile(folder) {
  const tsc = [require.resolve("typescript/bin/tsc"), "-p", provider, "--outDir", folder, "--emitDeclarationOnly"];
  if ((await runProgram(process.execPath, tsc, { show: true })).code !== 0) {
    throw new Error("The package does not compile: see the lines above.");
  }
  finishDeclarations(folder, publishedModules());
  const { build: bundle } = await import("esbuild");
  const common = /** @type {const} */ ({
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    logLevel: "warning",
  });
  // One file for each module that is published: a hundred small ones take Node.js three times as long to load, in every
  // preview.
  await bundle({
    ...common,
    entryPoints: publishedModules().map((name) => ({ in: join(provider, `${name}.ts`), out: name })),
    outdir: folder,
    packages: "external",
    external: bundledLibraries.map((library) => `#${library}`),
  });
  /** @type {string[]} */
  const sources = [];
  for (const library of bundledLibraries) {
    const { metafile } = await bundle({
      ...common,
      entryPoints: [library],
      absWorkingDir: repository,
      outfile: join(folder, `${library}.cjs`),
      legalComments: "inline",
      plugins: [withoutPolyfills, straightBodies],
      metafile: true,
    });
    sources.push(
      ...Object.keys(metafile.inputs)
        .filter((file) => !file.includes(":"))
        .map((file) => join(repository, file)),
    );
  }
  writeFileSync(join(folder, "bundled-licenses.txt"), bundledLicenses(sources));
  await buildPlugin(join(folder, "plugin"), {
    version: packageVersion(),
    common,
    plugins: [withoutPolyfills, straightBodies],
  });
}

/**
 * Builds the package, unless it is built from the same sources already.
 *
 * @param {object} [options]
 * @param {boolean} [options.always] default: false
 * @param {import("./set-up/progress.mjs").Log} [options.log] default: lines on stderr
 * @returns {Promise<void>}
 * @throws {Error} if it does not compile
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
