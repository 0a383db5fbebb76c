/**
 * One word of a command as a person would type it.
 *
 * @param {string} word
 * @returns {string}
 */
export function quote(word) {
  return /^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`;
}

/**
 * @param {string[]} words
 * @returns {string}
 */
export function commandLine(words) {
  return words.map(quote).join(" ");
}

/**
 * The lines that give a shell the environment of the commands.
 *
 * @param {object} environment
 * @param {string[]} environment.folders what goes to the front of PATH
 * @param {Record<string, string>} environment.variables
 * @param {string[]} environment.unset variables that would get in the way
 * @returns {string[]}
 */
export function exportLines({ folders, variables, unset }) {
  return [
    ...(unset.length > 0 ? [`unset ${unset.join(" ")}`] : []),
    `export PATH=${folders.map((folder) => `${quote(folder)}:`).join("")}"$PATH"`,
    ...Object.entries(variables).map(([name, value]) => `export ${name}=${quote(value)}`),
  ];
}
