// The parts of the engine. Everything here is part of the cache key: a change makes a new engine.

/** The Pulumi CLI that is built or installed, which is also the lowest version that the tests have run on. */
export const engineVersion = "3.230.0";

/**
 * A program that Go builds.
 *
 * @typedef {object} Program
 * @property {string} name the file
 * @property {string} package
 * @property {string} linkerFlags
 */

/**
 * The two programs, each a Go module of its own because they need different versions of Pulumi's Go SDK. The language
 * host is at the last version that still publishes this package; it serves the CLI above.
 */
export const programs = [
  {
    name: "pulumi",
    module: "cli",
    package: "github.com/pulumi/pulumi/pkg/v3/cmd/pulumi",
    // Without it the CLI calls itself 0.0.0, and Pulumi's SDK refuses it as too old.
    linkerFlags: `-s -w -X github.com/pulumi/pulumi/sdk/v3/go/common/version.Version=v${engineVersion}`,
  },
  {
    name: "pulumi-language-nodejs",
    module: "language-host",
    package: "github.com/pulumi/pulumi/sdk/v3/nodejs/cmd/pulumi-language-nodejs",
    linkerFlags: "-s -w",
  },
];

/**
 * The arguments of `go` that build one program.
 *
 * @param {Program} program
 * @param {string} output the file to write
 * @returns {string[]}
 */
export function buildArguments(program, output) {
  return [
    "build",
    "-trimpath",
    "-buildvcs=false",
    "-mod=readonly",
    "-ldflags",
    program.linkerFlags,
    "-o",
    output,
    program.package,
  ];
}

/**
 * Settings of the person's own that would build something else. No C compiler is needed without cgo.
 *
 * @type {Record<string, string>}
 */
export const buildEnvironment = { CGO_ENABLED: "0", GOWORK: "off", GOFLAGS: "", GOOS: "", GOARCH: "" };
