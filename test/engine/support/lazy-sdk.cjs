// Node.js loads this before each program of the tests. At its start Pulumi's SDK loads TypeScript and npm's resolver of
// packages, which it needs to serialize closures; a run of a program takes a third less time if they are loaded only when
// one of them is used. The tests of package managers, the quickstart and the benchmarks run programs without it.
const Module = require("node:module");

const late = ["typescript", "@npmcli/arborist"];
const load = Module._load;

Module._load = function loadLate(request, parent, isMain) {
  let loaded;
  const now = () => (loaded ??= load.call(this, request, parent, isMain));
  if (!late.includes(request) || !/[\\/]@pulumi[\\/]pulumi[\\/]/.test(parent?.filename ?? "")) {
    return now();
  }
  return new Proxy(
    {},
    {
      get(_none, name) {
        if (name === "__esModule") {
          return true;
        }
        // The SDK looks at the version of TypeScript at its start, for what it has been told to do with it later.
        return name === "version" ? parent.require(`${request}/package.json`).version : now()[name];
      },
    },
  );
};
