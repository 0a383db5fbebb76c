import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const tools = join(__dirname, "..", "..", "..", "tools");

const script = `
let input = "";
for await (const text of process.stdin) input += text;
const { module, name, calls } = JSON.parse(input);
const { [name]: callee } = await import(module);
console.log(JSON.stringify(calls.map((args) => callee(...args) ?? null)));
`;

/**
 * Calls a function of one of the tools' ES modules, which Jest cannot load itself, once with each list of arguments.
 * Arguments and results travel as JSON; undefined arrives as null.
 */
export function callEach(module: string, name: string, calls: readonly (readonly unknown[])[]): unknown[] {
  const result = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    input: JSON.stringify({ module: pathToFileURL(join(tools, module)).href, name, calls }),
    encoding: "utf8",
  });
  if (result.status !== 0) {
    throw new Error(result.stderr);
  }
  return JSON.parse(result.stdout) as unknown[];
}
