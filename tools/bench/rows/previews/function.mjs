import { compareFunctionPreview } from "../../previews/function-preview.mjs";

/** @type {import("../../measure.mjs").Row} */
export const row = {
  what: "pulumi preview, one function read, against the same program without it",
  goal: "at most 1.03 ×",
  measure: (bench) => compareFunctionPreview(bench, { program: "empty.cjs", requests: 0, most: 1.03 }),
};
