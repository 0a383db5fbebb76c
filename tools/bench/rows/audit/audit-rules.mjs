import { requireEqual } from "../../bench.mjs";
import { inTurns } from "../../figures/rounds.mjs";
import { summarize, summarizeRatios } from "../../figures/statistics.mjs";
import { number, spread } from "../../figures/text.mjs";

const services = 10_000;
const most = 1.1;

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: `an audit of ${number(services)} services by all rules, against one by none`,
  goal: `at most ${most} ×`,
  async measure(bench) {
    const emulator = await bench.emulator(services);
    const audit = (/** @type {object} */ input) => async () => {
      const { milliseconds, ...done } = await bench.child("timed-audit.cjs", input, emulator);
      requireEqual(done, { outcome: "passed", services, untracked: services }, "what the audit came to");
      return milliseconds;
    };
    const { all, none } = await inTurns({ all: audit({}), none: audit({ rules: "off" }) }, bench.rounds(7), bench.say);
    const ratio = summarizeRatios(all, none);
    return {
      figure: `${number(ratio.median, 2)} ×`,
      spread: spread(ratio, 2),
      holds: ratio.median <= most,
      notes: [`by no rules ${number(summarize(none).median / 1000, 2)} s`],
      values: { ratio },
    };
  },
};
