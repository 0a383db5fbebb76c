// `npm run mutate`: whether the tests of the pure logic would notice a change of it. `npm run mutate -- verdict` asks that
// for one folder; what begins with a hyphen goes to Stryker: npm run mutate -- verdict --concurrency 1
import { spawnSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { folders, patterns } from "./mutate/folders.mjs";

const given = process.argv.slice(2);
const first = given.findIndex((argument) => argument.startsWith("-"));
const wanted = first === -1 ? given : given.slice(0, first);
const options = given.slice(wanted.length);
const unknown = wanted.filter((folder) => !folders.includes(folder));

if (unknown.length > 0) {
  console.error(`There is no ${unknown.join(", ")} to mutate; there are ${folders.join(", ")}.`);
  process.exitCode = 2;
} else {
  const files = wanted.length === 0 ? [] : ["--mutate", patterns(wanted).join(",")];
  const stryker = fileURLToPath(new URL("../node_modules/@stryker-mutator/core/bin/stryker.js", import.meta.url));
  const { status } = spawnSync(process.execPath, [stryker, "run", ...files, ...options], { stdio: "inherit" });
  process.exitCode = status ?? 1;
}
