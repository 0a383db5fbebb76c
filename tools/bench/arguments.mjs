// Reads the benchmark's command line. No I/O.

/**
 * @typedef {object} Arguments
 * @property {string[]} rows
 * @property {boolean} json
 * @property {number | undefined} rounds
 */

/**
 * @param {string[]} rowNames
 * @returns {string}
 */
export function usage(rowNames) {
  return [
    "npm run bench -- [ROW …] [--rounds N] [--json]",
    "",
    `  ROW         one of ${rowNames.join(", ")}; all of them where none is named`,
    "  --rounds N  how often each row is measured, after a round that does not count",
    "  --json      a JSON object instead of the table",
  ].join("\n");
}

/**
 * @param {string[]} given
 * @param {string[]} rowNames
 * @returns {Arguments | { text: string }} the text is a complaint, or empty where help was asked for
 */
export function readArguments(given, rowNames) {
  /** @type {Arguments} */
  const args = { rows: [], json: false, rounds: undefined };
  for (let index = 0; index < given.length; index += 1) {
    const word = given[index] ?? "";
    if (word === "--help" || word === "-h") {
      return { text: "" };
    }
    if (word === "--json") {
      args.json = true;
    } else if (word === "--rounds") {
      index += 1;
      const text = given[index] ?? "";
      if (!/^[1-9]\d{0,2}$/.test(text)) {
        return { text: "--rounds needs a whole number from 1 to 999." };
      }
      args.rounds = Number(text);
    } else if (rowNames.includes(word)) {
      args.rows.push(word);
    } else {
      return { text: `There is no row or option ${JSON.stringify(word)}.` };
    }
  }
  return { ...args, rows: rowNames.filter((name) => args.rows.length === 0 || args.rows.includes(name)) };
}
