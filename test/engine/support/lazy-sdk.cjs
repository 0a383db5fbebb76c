// Node.js loads this before each program of the tests. At its start Pulumi's SDK loads much that few programs use: TypeScript,
// for a program in it and to serialize closures, npm's resolver of packages, the Automation API, and what sends traces. A run of
// a program is a good deal shorter if each is loaded only when it is used. What finds the TypeScript that the SDK itself was
// compiled from is left out: for the place of each resource it reads the SDK's source maps. The tests of package managers,
// the quickstart and the benchmarks run programs without all this.
const Module = require("node:module");
const { extname } = require("node:path");

const late = [
  "typescript",
  "ts-node",
  "@npmcli/arborist",
  "normalize-package-data",
  "./automation",
  "@opentelemetry/exporter-zipkin",
  "@opentelemetry/instrumentation",
  "@opentelemetry/instrumentation-grpc",
  "@opentelemetry/resources",
  "@opentelemetry/sdk-trace-base",
  "@opentelemetry/sdk-trace-node",
];
const load = Module._load;

Module._load = function loadLate(request, parent, isMain) {
  if (request === "source-map-support/register") {
    return {};
  }
  let loaded;
  const now = () => (loaded ??= load.call(this, request, parent, isMain));
  if (!late.includes(request) || !/[\\/]@pulumi[\\/]pulumi[\\/]/.test(parent?.filename ?? "")) {
    return now();
  }
  if (request === "ts-node") {
    return { VERSION: versionOf(parent, request), register: (options) => registerLate(() => now().register(options)) };
  }
  return new Proxy(
    // One of them is a function.
    () => {},
    {
      apply: (_none, self, given) => now().apply(self, given),
      get(_none, name) {
        if (name === "__esModule") {
          return true;
        }
        // The SDK looks at the version of TypeScript at its start, for what it has been told to do with it later.
        return name === "version" ? versionOf(parent, request) : now()[name];
      },
    },
  );
};

const versionOf = (parent, name) => parent.require(`${name}/package.json`).version;

/** Has TypeScript compiled from the first file in it on. */
function registerLate(register) {
  const extensions = [".ts", ".tsx", ".cts", ".mts"];
  const loadFirst = (module, file) => {
    for (const extension of extensions) {
      delete Module._extensions[extension];
    }
    register();
    Module._extensions[extname(file)](module, file);
  };
  for (const extension of extensions) {
    Module._extensions[extension] = loadFirst;
  }
}
