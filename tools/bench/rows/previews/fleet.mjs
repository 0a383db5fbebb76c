import { compareResourcePreview } from "../../previews/resource-preview.mjs";

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "pulumi preview, 300 recorded resources at 100 ms per request, against 300 trivial dynamic resources",
  goal: "at most 1.08 ×",
  measure: (bench) => compareResourcePreview(bench, { resources: 300, delay: 100, rounds: 7, most: 1.08 }),
};
