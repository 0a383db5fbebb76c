import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/**
 * The licenses of libraries whose code is part of the package: most ask that their text goes with it.
 *
 * @param {string[]} sources the files that were bundled
 * @returns {string}
 * @throws {Error} if a library has no license text
 */
export function bundledLicenses(sources) {
  const libraries = new Map(sources.map((source) => packageOf(source)).map((folder) => [folder, licenseIn(folder)]));
  const texts = [...libraries].map(([folder, license]) => {
    const { name, version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    return `${name} ${version}\n\n${license.trim()}\n`;
  });
  return `Some modules of this package contain code of these libraries.\n\n${texts.sort().join(`\n${"-".repeat(80)}\n\n`)}`;
}

/**
 * @param {string} source
 * @returns {string} the folder of the package that the file belongs to
 */
function packageOf(source) {
  const found = /^(.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/.exec(source)?.[1];
  if (found === undefined) {
    throw new Error(`${source} belongs to no package`);
  }
  return found;
}

/**
 * A library's license text: from its own file, or, as some authors keep it, at the end of the readme.
 *
 * @param {string} folder
 */
function licenseIn(folder) {
  const files = readdirSync(folder);
  const read = (/** @type {RegExp} */ name) => {
    const file = files.find((each) => name.test(each));
    return file === undefined ? undefined : readFileSync(join(folder, file), "utf8");
  };
  const license =
    read(/^licen[cs]e/i) ?? /^(?:#+ *)?License\n(?:-+\n)?([^]*copyright[^]*)/im.exec(read(/^readme/i) ?? "")?.[1];
  if (license === undefined) {
    throw new Error(`${folder} has no license text, so it must not be bundled`);
  }
  return license;
}
