import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../set-up/repository.mjs";
import { inTurns } from "../rounds.mjs";
import { cleanEnvironment } from "../run-child.mjs";
import { summarize, summarizeRatios } from "../statistics.mjs";
import { number, spread } from "../text.mjs";

const mostTimes = 1.8;
const mostMegabytes = 80;

/** How long it idles before its memory is looked at, in milliseconds. */
const idle = 1_000;

/**
 * Starts a process, waits for its first line, as the engine does, and ends it.
 *
 * @param {string[]} args
 * @param {(pid: number) => Promise<void>} [look] looks at it meanwhile
 * @returns {Promise<number>} how many milliseconds the line took
 */
async function timeToLine(args, look) {
  const start = performance.now();
  const child = spawn(process.execPath, args, { env: cleanEnvironment, stdio: ["ignore", "pipe", "inherit"] });
  const ended = new Promise((resolve) => child.once("close", resolve));
  const milliseconds = await new Promise((resolve, reject) => {
    child.once("error", reject);
    child.stdout.once("data", () => resolve(performance.now() - start));
    child.once("close", () => reject(new Error("It ended without a line.")));
  });
  await look?.(child.pid ?? 0);
  child.kill("SIGKILL");
  await ended;
  return milliseconds;
}

/** @type {import("../measure.mjs").Row} */
export const row = {
  what: "start of the plugin to its port line, against Node.js to its first one, and the memory of an idle plugin",
  goal: `at most ${mostTimes} × and ${mostMegabytes} MB`,
  async measure(bench) {
    const plugin = join(repository, "provider", "dist", "plugin", "pulumi-resource-twilio-conversations");
    const { ours, theirs } = await inTurns(
      { ours: () => timeToLine([plugin]), theirs: () => timeToLine(["-e", "process.stdout.write('1\\n')"]) },
      bench.rounds(31),
      bench.say,
    );
    let bytes = 0;
    await timeToLine([plugin], async (pid) => {
      await new Promise((resolve) => setTimeout(resolve, idle));
      const [, kilobytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      bytes = Number(kilobytes) * 1024;
    });
    const times = summarizeRatios(ours, theirs);
    const megabytes = bytes / 1e6;
    return {
      figure: `${number(times.median, 2)} ×, ${number(megabytes, 0)} MB`,
      spread: spread(times, 2),
      holds: times.median <= mostTimes && megabytes <= mostMegabytes,
      notes: [],
      values: { ratio: times, megabytes: summarize([megabytes]) },
    };
  },
};
