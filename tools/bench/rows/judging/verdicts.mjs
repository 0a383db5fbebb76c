import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const verdicts = 400_000;
const least = 500_000;
const leastNotCompiled = 50_000;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "verdicts per second of processor time, by an expectation with all fields",
  goal: `at least ${number(least)}; ${number(leastNotCompiled)} if it is not compiled`,
  async measure(bench) {
    const usual = { verdicts, pattern: true, violated: false, compiled: true };
    const judge = (/** @type {Partial<typeof usual>} */ change) => async () => {
      const input = { ...usual, ...change };
      const { perSecond, violations } = await bench.child("verdicts.cjs", input);
      requireEqual(violations, input.violated ? input.verdicts : 0, "violations");
      return perSecond;
    };
    const measured = await inTurns(
      {
        all: judge({}),
        notCompiled: judge({ compiled: false, verdicts: 40_000 }),
        withoutPattern: judge({ pattern: false }),
        violated: judge({ violated: true }),
      },
      bench.rounds(7),
      bench.say,
    );
    const all = summarize(measured.all);
    const notCompiled = summarize(measured.notCompiled);
    const withoutPattern = summarize(measured.withoutPattern);
    const violated = summarize(measured.violated);
    return {
      figure: `${number(all.median)}; ${number(notCompiled.median)}`,
      spread: `${spread(all)}; ${spread(notCompiled)}`,
      holds: all.median >= least && notCompiled.median >= leastNotCompiled,
      notes: [
        `with a regular expression in it; ${number(withoutPattern.median)} without, and ${number(violated.median)} where ` +
          "each has a violation to describe",
      ],
      values: { all, notCompiled, withoutPattern, violated },
    };
  },
};
