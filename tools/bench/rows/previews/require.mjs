import { inTurns } from "../../figures/rounds.mjs";
import { summarize } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const mostMilliseconds = 15;
const mostMegabytes = 3;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "require of the package in a process that has @pulumi/pulumi loaded",
  goal: `at most ${mostMilliseconds} ms and ${mostMegabytes} MB`,
  async measure(bench) {
    /** @type {number[]} */
    const bytes = [];
    const { milliseconds } = await inTurns(
      {
        milliseconds: async () => {
          const loaded = await bench.child("require.cjs", {});
          if (!(loaded.exported > 0)) {
            throw new Error("The package exports nothing.");
          }
          bytes.push(loaded.bytes);
          return loaded.milliseconds;
        },
      },
      bench.rounds(21),
      bench.say,
    );
    const time = summarize(milliseconds);
    const memory = summarize(bytes.map((each) => each / 1e6));
    return {
      figure: `${number(time.median, 1)} ms, ${number(memory.median, 2)} MB`,
      spread: `${spread(time, 1)} ms`,
      holds: time.median <= mostMilliseconds && memory.median <= mostMegabytes,
      notes: [],
      values: { milliseconds: time, megabytes: memory },
    };
  },
};
