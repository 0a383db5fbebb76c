import { compareFunctionPreview } from "../../previews/function-preview.mjs";

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "the same, against the program with Twilio's own SDK doing it",
  goal: "faster (below 1 ×)",
  async measure(bench) {
    const measured = await compareFunctionPreview(bench, { program: "sdk-read.cjs", requests: 1, most: 1 });
    const { ratio } = /** @type {{ ratio: import("../../figures/statistics.mjs").Summary }} */ (measured.values);
    return { ...measured, holds: ratio.median < 1 };
  },
};
