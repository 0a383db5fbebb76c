// The language hosts, and what programs in their languages need. Everything here is part of a cache key.
import { engineVersion } from "../engine/recipe.mjs";

/** The packages of programs in Python: the SDK, and those that the generated SDK asks for. */
export const pythonPackages = [`pulumi==${engineVersion}`, "parver==0.5"];

/**
 * One host for each language: a Go module of its own, at the last version that still publishes the package; it serves the
 * CLI that the tests run.
 *
 * @typedef {import("../engine/recipe.mjs").Program & { version: string, copied?: { module: string, file: string } }} Host
 */

/**
 * `copied` is a script of the module that the host looks for beside itself.
 *
 * @type {Record<"yaml" | "python" | "go", Host>}
 */
export const hosts = {
  yaml: {
    name: "pulumi-language-yaml",
    version: "1.32.0",
    package: "github.com/pulumi/pulumi-yaml/cmd/pulumi-language-yaml",
    linkerFlags: "-s -w",
  },
  python: {
    name: "pulumi-language-python",
    version: "3.79.0",
    package: "github.com/pulumi/pulumi/sdk/v3/python/cmd/pulumi-language-python",
    linkerFlags: "-s -w",
    copied: { module: "github.com/pulumi/pulumi/sdk/v3", file: "python/cmd/pulumi-language-python-exec" },
  },
  go: {
    name: "pulumi-language-go",
    version: "3.66.0",
    package: "github.com/pulumi/pulumi/sdk/v3/go/pulumi-language-go",
    linkerFlags: "-s -w",
  },
};

/** @typedef {keyof typeof hosts} Language */

/**
 * The programs that make SDKs of a package's schema, each a Go module of its own. The CLI's version has no generator for C#:
 * that one is at the last version that publishes it. It requires what the other does, so that Go compiles that once.
 *
 * @type {Record<"sdks" | "csharp", import("../engine/recipe.mjs").Program & { version: string }>}
 */
export const generators = {
  sdks: { name: "generate-sdks", version: engineVersion, package: ".", linkerFlags: "-s -w" },
  csharp: { name: "generate-csharp", version: "3.225.1", package: ".", linkerFlags: "-s -w" },
};
