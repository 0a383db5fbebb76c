import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const configurations = 400_000;
const least = 150_000;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "configurations per second of processor time, by all rules",
  goal: "at least 150,000",
  async measure(bench) {
    const lint =
      (/** @type {{ wrong: boolean, findings: number }} */ { wrong, findings }) =>
      async () => {
        const { perSecond, found } = await bench.child("rules.cjs", { configurations, wrong });
        requireEqual(found, findings, "findings of each");
        return perSecond;
      };
    const measured = await inTurns(
      { inOrder: lint({ wrong: false, findings: 0 }), wrong: lint({ wrong: true, findings: 7 }) },
      bench.rounds(7),
      bench.say,
    );
    const inOrder = summarize(measured.inOrder);
    const wrong = summarize(measured.wrong);
    return {
      figure: number(inOrder.median),
      spread: spread(inOrder),
      holds: inOrder.median >= least,
      notes: [`of services in which nothing is wrong; ${number(wrong.median)} where each has seven findings`],
      values: { inOrder, wrong },
    };
  },
};
