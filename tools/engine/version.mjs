/**
 * @typedef {{ numbers: [number, number, number], preRelease: boolean }} Version
 */

/**
 * Reads a version as `pulumi version` prints it: `v3.230.0`, `3.231.0-dev.0`, also with other lines around it.
 *
 * @param {string} text
 * @returns {string | undefined} the version without its `v`; undefined if the text has none
 */
export function findVersion(text) {
  return /^v?(\d+\.\d+\.\d+(?:-[0-9A-Za-z.-]+)?(?:\+[0-9A-Za-z.-]+)?)\s*$/m.exec(text)?.[1];
}

/**
 * @param {string} text a version as `findVersion` returns it
 * @returns {Version}
 */
function parse(text) {
  const [release = ""] = text.split(/[-+]/, 1);
  const [major = 0, minor = 0, patch = 0] = release.split(".").map(Number);
  return { numbers: [major, minor, patch], preRelease: /^[\d.]+-/.test(text) };
}

/**
 * Whether a version is another one or later. A pre-release is earlier than its release.
 *
 * @param {string} version
 * @param {string} lowest
 * @returns {boolean}
 */
export function isAtLeast(version, lowest) {
  const left = parse(version);
  const right = parse(lowest);
  for (const [index, number] of left.numbers.entries()) {
    const other = right.numbers[index] ?? 0;
    if (number !== other) {
      return number > other;
    }
  }
  return right.preRelease || !left.preRelease;
}
