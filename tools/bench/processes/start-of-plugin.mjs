import { spawn } from "node:child_process";
import { createRequire } from "node:module";
import { join } from "node:path";
import { credentials } from "@grpc/grpc-js";
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

const require = createRequire(import.meta.url);
const { ResourceProviderClient } = require("@pulumi/pulumi/proto/provider_grpc_pb");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");

/**
 * Starts the plugin, asks it for its version, as soon as its port is known, and ends it.
 *
 * @returns {Promise<number>} how many milliseconds the answer took, from the start on
 */
export async function timeToAnswer() {
  const start = performance.now();
  let milliseconds = 0;
  await timeToLine([pluginFile], async (_pid, port) => {
    await askForVersion(port);
    milliseconds = performance.now() - start;
  });
  return milliseconds;
}

/** @param {string} port */
async function askForVersion(port) {
  const client = new ResourceProviderClient(`127.0.0.1:${port}`, credentials.createInsecure());
  try {
    await new Promise((resolve, reject) => {
      client.getPluginInfo(new Empty(), (/** @type {Error | null} */ error) =>
        error ? reject(error) : resolve(undefined),
      );
    });
  } finally {
    client.close();
  }
}
