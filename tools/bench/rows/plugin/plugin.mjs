import { readFileSync } from "node:fs";
import { inTurns } from "../../figures/rounds.mjs";
import { pluginFile, timeToAnswer, timeToLine } from "../../processes/start-of-plugin.mjs";
import { summarize, summarizeRatios } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const mostTimes = 1.8;
const mostMegabytes = 80;

/** How long it idles before its memory is looked at, in milliseconds. */
const idle = 1_000;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "start of the plugin to its port line, against Node.js to its first one, and the memory of an idle plugin",
  goal: `at most ${mostTimes} × and ${mostMegabytes} MB`,
  async measure(bench) {
    const { ours, theirs, answered } = await inTurns(
      {
        ours: () => timeToLine([pluginFile]),
        theirs: () => timeToLine(["-e", "process.stdout.write('1\\n')"]),
        answered: timeToAnswer,
      },
      bench.rounds(31),
      bench.say,
    );
    let bytes = 0;
    await timeToLine([pluginFile], async (pid) => {
      await new Promise((resolve) => setTimeout(resolve, idle));
      const [, kilobytes = "0"] = /^VmRSS:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
      bytes = Number(kilobytes) * 1024;
    });
    const times = summarizeRatios(ours, theirs);
    const answers = summarizeRatios(answered, theirs);
    const megabytes = bytes / 1e6;
    return {
      figure: `${number(times.median, 2)} ×, ${number(megabytes, 0)} MB`,
      spread: spread(times, 2),
      holds: times.median <= mostTimes && megabytes <= mostMegabytes,
      notes: [
        `its first answer ${number(answers.median, 2)} × (${spread(answers, 2)}): what answers is loaded while the engine connects`,
      ],
      values: { ratio: times, answers, megabytes: summarize([megabytes]) },
    };
  },
};
