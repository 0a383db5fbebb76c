// The provider plugin: one file with all that it needs, beside what starts it and its schema.
import { chmodSync, copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { bundledLicenses } from "./bundled-licenses.mjs";
import { repository } from "../set-up/repository.mjs";

/** The file that Pulumi's engine starts; its name is Pulumi's rule. */
export const pluginExecutable = "pulumi-resource-twilio-conversations";

/** All that the plugin needs. What the engine starts loads it when the engine knows the port: it takes longer than Node.js. */
const bundle = "index.js";

/** @type {import("esbuild").Plugin} */
const loadedLater = {
  name: "loaded-later",
  setup: (bundler) => bundler.onResolve({ filter: /^\.\/serve$/ }, () => ({ path: `./${bundle}`, external: true })),
};

/**
 * Bundles the plugin into a folder. There is no package.json and no PulumiPlugin.yaml in it: with one,
 * `pulumi plugin install` would try to install packages.
 *
 * @param {string} folder
 * @param {{ version: string, common: import("esbuild").BuildOptions, plugins: import("esbuild").Plugin[] }} options
 */
export async function buildPlugin(folder, { version, common, plugins }) {
  const { build } = await import("esbuild");
  mkdirSync(folder, { recursive: true });
  /** @type {import("esbuild").Plugin} */
  const withNodeFetch = {
    name: "with-node-fetch",
    setup: (bundler) =>
      bundler.onResolve({ filter: /^#node-fetch$/ }, ({ resolveDir, kind }) =>
        bundler.resolve("node-fetch", { resolveDir, kind }),
      ),
  };
  /**
   * gRPC loads it for its introspection service alone, which nobody asks of a plugin: a quarter of the bundle.
   *
   * @type {import("esbuild").Plugin}
   */
  const withoutProtoLoader = {
    name: "without-proto-loader",
    setup: (bundler) =>
      bundler.onLoad({ filter: /@grpc[\\/]proto-loader[\\/]/ }, () => ({ contents: "module.exports = {};" })),
  };
  /** @type {import("esbuild").BuildOptions} */
  const options = {
    ...common,
    absWorkingDir: repository,
    // It is read whole at each start of the engine.
    minify: true,
    legalComments: "none",
  };
  const { metafile } = await build({
    ...options,
    entryPoints: [join(repository, "provider", "plugin", "serve.ts")],
    outfile: join(folder, bundle),
    plugins: [withNodeFetch, withoutProtoLoader, ...plugins],
    metafile: true,
  });
  await build({
    ...options,
    entryPoints: [join(repository, "provider", "plugin", "main.ts")],
    outfile: join(folder, pluginExecutable),
    banner: { js: "#!/usr/bin/env node" },
    define: { PACKAGE_VERSION: JSON.stringify(version) },
    plugins: [loadedLater],
  });
  const sources = Object.keys(metafile.inputs)
    .filter((file) => file.includes("node_modules/"))
    .map((file) => join(repository, file));
  writeFileSync(join(folder, "bundled-licenses.txt"), bundledLicenses(sources));
  // A release has this folder as an archive of its own, without the rest of the package.
  copyFileSync(join(repository, "provider", "LICENSE"), join(folder, "LICENSE"));
  chmodSync(join(folder, pluginExecutable), 0o755);
  writeFileSync(join(folder, `${pluginExecutable}.cmd`), `@node "%~dp0${pluginExecutable}" %*\r\n`);
  await writeSchema(folder, version, common);
}

/**
 * @param {string} folder
 * @param {string} version
 * @param {import("esbuild").BuildOptions} common
 */
async function writeSchema(folder, version, common) {
  const { build } = await import("esbuild");
  const { outputFiles } = await build({
    ...common,
    entryPoints: [join(repository, "provider", "plugin", "schema", "package-schema.ts")],
    external: ["#node-fetch", "@grpc/grpc-js", "@pulumi/pulumi", "google-protobuf"],
    write: false,
  });
  const module = { exports: /** @type {{ packageSchema?: (version: string) => object }} */ ({}) };
  const require = createRequire(join(repository, "package.json"));
  new Function("module", "exports", "require", outputFiles?.[0]?.text ?? "")(module, module.exports, require);
  writeFileSync(join(folder, "schema.json"), `${JSON.stringify(module.exports.packageSchema?.(version), null, 2)}\n`);
}

/** @returns {string} the package's version */
export function packageVersion() {
  /** @type {{ version: string }} */
  const { version } = JSON.parse(readFileSync(join(repository, "provider", "package.json"), "utf8"));
  return version;
}
