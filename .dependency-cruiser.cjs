// Which folder of the provider may know which: CONTRIBUTING.md says it in words.

/**
 * The order of the rooms, the same as in CONTRIBUTING.md: a folder knows those above it, never those below it. Folders of
 * one line do not know each other.
 */
const layers = [
  ["errors"],
  ["text"],
  ["url"],
  ["service-sid"],
  ["response"],
  ["credentials"],
  ["request"],
  ["result"],
  ["reach"],
  ["delivery"],
  ["rules"],
  ["expectation"],
  ["verdict"],
  ["recording"],
  // The faces.
  ["output", "plugin", "policy", "audit"],
  ["report"],
  ["cli"],
];

const firstFace = layers.findIndex((peers) => peers.includes("output"));

/** What every face is built on. No module of it reaches Pulumi's SDK, not even through another one. */
const core = layers.slice(0, firstFace).flat();

/** Those that may know Pulumi, besides the modules that users import. */
const knowPulumi = ["output", "plugin", "policy"];

const http = "^(node:)?https?$|^#node-fetch$|/node-fetch/";

/** @param {string[]} names */
const folder = (names) => `^provider/(${names.join("|")})/`;

module.exports = {
  forbidden: [
    { name: "no-circles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "nothing-unresolved",
      severity: "error",
      from: {},
      to: { couldNotResolve: true, pathNot: "^#" },
    },
    ...layers.flatMap((peers, index) =>
      peers.map((name) => ({
        name: `${name}-knows-nothing-below`,
        severity: "error",
        from: { path: folder([name]) },
        to: {
          path: folder([...peers.filter((peer) => peer !== name), ...layers.slice(index + 1).flat(), "testing"]),
          // A type alone is a word, not a dependency: an error may be about violations.
          dependencyTypesNot: ["type-only"],
        },
      })),
    ),
    {
      name: "the-emulator-knows-nothing-of-the-provider",
      comment: "It is Twilio, as far as the tests go: it must not be wrong where the provider is.",
      severity: "error",
      from: { path: folder(["testing"]) },
      to: {
        path: folder(
          layers.flat().filter((name) => !["text", "url", "service-sid", "response", "result"].includes(name)),
        ),
      },
    },
    {
      name: "only-the-outermost-know-pulumi",
      severity: "error",
      from: { path: "^provider/", pathNot: [`^provider/(${knowPulumi.join("|")})/`, "^provider/[^/]+\\.ts$"] },
      to: { path: "node_modules/@pulumi/", dependencyTypesNot: ["type-only"] },
    },
    {
      name: "the-core-reaches-no-sdk",
      comment: "Not through any other module either: the plugin and the audit are built on it.",
      severity: "error",
      from: { path: folder([...core, "audit", "report"]) },
      to: { path: "node_modules/@pulumi/", reachable: true },
    },
    {
      name: "the-plugin-reaches-the-protocol-alone",
      comment: "Not through any other module either: it is bundled whole, and Pulumi's SDK would double it.",
      severity: "error",
      from: { path: folder(["plugin"]) },
      to: { path: "node_modules/@pulumi/(?!pulumi/proto/)", reachable: true },
    },
    {
      name: "pure-logic-knows-no-http",
      comment: "Not through any other module either.",
      severity: "error",
      from: { path: folder(core.filter((name) => !["request", "result", "recording"].includes(name))) },
      to: { path: http, reachable: true },
    },
    {
      name: "no-tests-or-tools-in-the-package",
      severity: "error",
      from: { path: "^provider/" },
      to: { path: "^(test|tools|examples)/" },
    },
  ],
  options: {
    tsConfig: { fileName: "tsconfig.json" },
    tsPreCompilationDeps: "specify",
    doNotFollow: { path: ["node_modules", "provider/dist"] },
    exclude: { path: ["^provider/dist", "^test/\\.work", "/state-fixtures/", "^tools/bench/previews/programs/"] },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["require", "node", "import", "types", "default"],
    },
  },
};
