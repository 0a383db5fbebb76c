import { spawn } from "node:child_process";
import { join } from "node:path";
import { repository } from "../../set-up/repository.mjs";
import { cleanEnvironment } from "./run-child.mjs";

/** The file that Pulumi's engine starts. */
export const pluginFile = join(repository, "provider", "dist", "plugin", "pulumi-resource-twilio-conversations");

/**
 * Starts a process, waits for its first line, as the engine does, and ends it.
 *
 * @param {string[]} args
 * @param {(pid: number, line: string) => Promise<void>} [look] looks at it meanwhile
 * @param {Record<string, string>} [variables]
 * @returns {Promise<number>} how many milliseconds the line took
 */
export async function timeToLine(args, look, variables = {}) {
  const start = performance.now();
  const env = { ...cleanEnvironment, ...variables };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  let line = "";
  const milliseconds = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdout.once("data", (text) => {
      line = String(text);
      resolve(performance.now() - start);
    });
    child.once("close", () => reject(new Error("It ended without a line.")));
  });
  try {
    await look?.(child.pid ?? 0, line.trim());
  } finally {
    child.kill("SIGKILL");
    await ended;
  }
  return milliseconds;
}
