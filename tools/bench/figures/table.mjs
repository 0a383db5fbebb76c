// The table that the benchmark prints. No I/O.

/**
 * Lays cells out in columns, each as wide as its widest cell.
 *
 * @param {readonly (readonly string[])[]} lines the first is the heading; all of the same length
 * @returns {string}
 */
export function layOut(lines) {
  const widths = (lines[0] ?? []).map((_, column) => Math.max(...lines.map((cells) => cells[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join("  ")
      .trimEnd();
  const [heading = [], ...rest] = lines;
  return [line(heading), line(widths.map((width) => "-".repeat(width))), ...rest.map(line)].join("\n");
}

/**
 * @param {readonly import("../measure.mjs").RowResult[]} results
 * @returns {string} the table, and below it the notes
 */
export function tableOf(results) {
  const lines = results.map((result) =>
    "failure" in result
      ? [result.name, result.what, result.goal, "not measured", "", ""]
      : [result.name, result.what, result.goal, result.figure, result.spread, result.holds ? "holds" : "does not hold"],
  );
  const notes = results.flatMap((result) =>
    ("failure" in result ? [result.failure] : result.notes).map((note) => `${result.name}: ${note}`),
  );
  const table = layOut([["row", "what", "goal", "figure", "spread", ""], ...lines]);
  return notes.length === 0 ? table : `${table}\n\n${notes.join("\n")}`;
}
