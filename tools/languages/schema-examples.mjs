// The programs that stand as examples in the schema of the provider plugin, as it is built.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../set-up/repository.mjs";

const schemaFile = join(repository, "provider", "dist", "plugin", "schema.json");

/**
 * @param {string} language as a fence in the schema names it, such as `csharp`
 * @returns {string[]}
 */
export function schemaExamples(language) {
  /** @type {Record<"resources" | "functions", Record<string, { description: string }>>} */
  const { resources, functions } = JSON.parse(readFileSync(schemaFile, "utf8"));
  return [...Object.values(resources), ...Object.values(functions)].flatMap(({ description }) =>
    [...description.matchAll(new RegExp(`^\`\`\`${language}\\n([^]*?)\\n\`\`\`$`, "gm"))].map(([, text = ""]) => text),
  );
}

/**
 * Puts programs in Go into one file of a program that has a main function of its own.
 *
 * @param {readonly string[]} programs
 * @returns {string}
 * @throws {Error} if they do not import the same
 */
export function asOneGoFile(programs) {
  const parts = programs.map((program) => /^(package main\n+import \([^)]*\)\n)([^]*)$/.exec(program) ?? []);
  const headers = new Set(parts.map(([, header = ""]) => header));
  if (headers.size !== 1 || headers.has("")) {
    throw new Error("The programs in Go do not all begin with the same package and imports.");
  }
  const functions = parts.map(([, , body = ""], index) => body.replace("func main()", `func example${index}()`));
  return [...headers, ...functions].join("\n");
}
