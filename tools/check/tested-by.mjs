// From a module's name one finds what tests it. One of these must be there for provider/a/b/name.ts:
// - a test of its name, in any folder below test/: name.test.ts or name.property.test.ts;
// - a test of its folder: test/a/b.test.ts or test/a/b/b.test.ts;
// - a line in the module that names the test: // Tested by test/engine/policy.test.ts
// Modules that hold types alone, and index files, need none: there is nothing to run, or nothing of their own.
import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import ts from "typescript";
import { repository } from "../set-up/repository.mjs";

/**
 * @param {string} folder below the repository
 * @returns {string[]} the TypeScript files below it, with slashes
 */
function typescriptIn(folder) {
  return readdirSync(join(repository, folder), { recursive: true, encoding: "utf8" })
    .map((file) => file.replaceAll("\\", "/"))
    .filter((file) => file.endsWith(".ts") && !/(^|\/)(dist|node_modules)\//.test(file));
}

/**
 * @param {string} text of a module
 * @returns {boolean} whether nothing is left of it in JavaScript but imports and exports
 */
export function hasOnlyTypes(text) {
  const { statements } = ts.createSourceFile("module.ts", text, ts.ScriptTarget.ES2022);
  return statements.every(
    (each) =>
      ts.isInterfaceDeclaration(each) ||
      ts.isTypeAliasDeclaration(each) ||
      ts.isImportDeclaration(each) ||
      ts.isExportDeclaration(each),
  );
}

/**
 * @param {string} file below provider/
 * @param {string} text of it
 * @param {readonly string[]} tests the files below test/
 * @returns {string | undefined} what is wrong, if anything is
 */
export function testProblem(file, text, tests) {
  const [, named] = /^\/\/ Tested by (\S+)$/m.exec(text) ?? [];
  if (named !== undefined) {
    return tests.includes(named.replace(/^test\//, ""))
      ? undefined
      : `provider/${file}: "Tested by" names ${named}, which is not there`;
  }
  const name = basename(file, ".ts");
  const folder = dirname(file);
  const found =
    name === "index" ||
    hasOnlyTypes(text) ||
    tests.some((test) => [`${name}.test.ts`, `${name}.property.test.ts`].includes(basename(test))) ||
    tests.includes(`${folder}.test.ts`) ||
    tests.includes(`${folder}/${basename(folder)}.test.ts`);
  return found ? undefined : `provider/${file}: no test has its name, and it has no line "// Tested by test/….test.ts"`;
}

/**
 * @returns {Promise<void>}
 * @throws {Error} that names the modules of which nobody finds the test
 */
export async function checkTestedBy() {
  const tests = typescriptIn("test").filter((file) => file.endsWith(".test.ts"));
  const problems = typescriptIn("provider").flatMap(
    (file) => testProblem(file, readFileSync(join(repository, "provider", file), "utf8"), tests) ?? [],
  );
  if (problems.length > 0) {
    throw new Error(problems.join("\n"));
  }
}
