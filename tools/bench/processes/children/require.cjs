// What it costs to load the package where @pulumi/pulumi is loaded already.
require("@pulumi/pulumi");

function bytes() {
  global.gc();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const before = bytes();
const start = performance.now();
const loaded = require("pulumi-twilio-conversations");
const milliseconds = performance.now() - start;
const after = bytes();
console.log(JSON.stringify({ milliseconds, bytes: after - before, exported: Object.keys(loaded).length }));
