import { compareResourcePreview } from "../../previews/resource-preview.mjs";

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "pulumi preview, 1 recorded resource, against one trivial dynamic resource",
  goal: "at most 1.03 ×",
  measure: (bench) => compareResourcePreview(bench, { resources: 1, rounds: 15, most: 1.03 }),
};
