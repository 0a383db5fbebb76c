import { spawn } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../set-up/repository.mjs";

const passedOn = ["PATH", "HOME", "LANG", "SystemRoot", "TEMP", "TMP", "TMPDIR"];

/** The part of this environment that a measured process gets: no TWILIO_*, no proxies, no NODE_OPTIONS. */
export const cleanEnvironment = Object.fromEntries(
  passedOn.flatMap((name) => (process.env[name] === undefined ? [] : [[name, String(process.env[name])]])),
);

/**
 * @param {string} file in the folder `children`
 * @param {object} input its only argument, as JSON
 * @param {Record<string, string>} variables
 * @returns {Promise<any>} the JSON that it printed
 */
export function runChild(file, input, variables) {
  const script = join(repository, "tools", "bench", "processes", "children", file);
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ["--expose-gc", script, JSON.stringify(input)], {
      cwd: repository,
      env: { ...cleanEnvironment, ...variables },
      stdio: ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    const printed = { stdout: "", stderr: "" };
    for (const name of /** @type {const} */ (["stdout", "stderr"])) {
      child[name].setEncoding("utf8").on("data", (text) => {
        printed[name] += text;
      });
    }
    child.on("error", reject);
    child.on("close", (code) => {
      process.removeListener("exit", end);
      if (code === 0) {
        resolve(JSON.parse(printed.stdout));
      } else {
        reject(new Error(`${file} ended with exit code ${code}: ${printed.stderr.trim()}`));
      }
    });
  });
}
