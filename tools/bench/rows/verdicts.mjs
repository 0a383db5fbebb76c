import { requireEqual } from "../bench.mjs";
import { inTurns } from "../rounds.mjs";
import { summarize } from "../statistics.mjs";
import { number, spread } from "../text.mjs";

const verdicts = 400_000;
const least = 200_000;

/** @type {import("../measure.mjs").Row} */
export const row = {
  what: "verdicts per second of processor time, by an expectation with all fields",
  goal: "at least 200,000",
  async measure(bench) {
    const judge = (/** @type {{ pattern: boolean, violated: boolean }} */ input) => async () => {
      const { perSecond, violations } = await bench.child("verdicts.cjs", { verdicts, ...input });
      requireEqual(violations, input.violated ? verdicts : 0, "violations");
      return perSecond;
    };
    const measured = await inTurns(
      {
        all: judge({ pattern: true, violated: false }),
        withoutPattern: judge({ pattern: false, violated: false }),
        violated: judge({ pattern: true, violated: true }),
      },
      bench.rounds(7),
      bench.say,
    );
    const all = summarize(measured.all);
    const withoutPattern = summarize(measured.withoutPattern);
    const violated = summarize(measured.violated);
    return {
      figure: number(all.median),
      spread: spread(all),
      holds: all.median >= least,
      notes: [
        `with a regular expression in it; ${number(withoutPattern.median)} without, and ${number(violated.median)} where ` +
          "each has a violation to describe",
      ],
      values: { all, withoutPattern, violated },
    };
  },
};
