// How figures are written. No I/O.

/**
 * @param {number} value
 * @param {number} [digits] after the point
 * @returns {string} with commas between thousands
 */
export function number(value, digits = 0) {
  return value.toLocaleString("en-US", { minimumFractionDigits: digits, maximumFractionDigits: digits });
}

/**
 * @param {import("./statistics.mjs").Summary} summary
 * @param {number} [digits]
 * @returns {string} such as "1.01 to 1.04"
 */
export function spread({ low, high }, digits = 0) {
  return `${number(low, digits)} to ${number(high, digits)}`;
}
