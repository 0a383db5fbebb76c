import { spawn } from "node:child_process";

/**
 * @typedef {object} Ended
 * @property {number | null} code null if it could not be started or was ended by a signal
 * @property {string} output what it printed, the last 64 KiB of it; empty if that was shown at once
 */

const kept = 64 * 1024;

/**
 * Runs a program to its end. It is ended with this process, even if only this process gets the signal.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {object} [options]
 * @param {string} [options.cwd]
 * @param {Record<string, string | undefined>} [options.env]
 * @param {number} [options.timeoutSeconds]
 * @param {boolean} [options.show] whether its output goes to stderr at once (default: false)
 * @param {boolean} [options.shell]
 * @returns {Promise<Ended>}
 */
export function runProgram(command, args, { timeoutSeconds, show = false, ...options } = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      ...options,
      ...(timeoutSeconds === undefined ? {} : { timeout: timeoutSeconds * 1000 }),
      stdio: show ? ["ignore", process.stderr, process.stderr] : ["ignore", "pipe", "pipe"],
    });
    const end = () => child.kill();
    process.once("exit", end);
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding("utf8").on("data", (text) => {
        output = (output + text).slice(-kept);
      });
    }
    child.on("error", (error) => {
      process.removeListener("exit", end);
      resolve({ code: null, output: `${output}${error.message}` });
    });
    child.on("close", (code) => {
      process.removeListener("exit", end);
      resolve({ code, output });
    });
  });
}
