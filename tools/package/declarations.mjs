import { readdirSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";

/**
 * Makes a compiler's declaration files fit to be published: those alone that the published modules need, in words that
 * the oldest TypeScript understands which Pulumi's SDK takes (it brings 3.8 along for programs that have none).
 *
 * @param {string} folder
 * @param {string[]} published the modules, such as "testing/index"
 */
export function finishDeclarations(folder, published) {
  const needed = new Set();
  const waiting = published.map((name) => join(folder, `${name}.d.ts`));
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (!needed.has(file)) {
      needed.add(file);
      const text = withoutTypeModifiers(readFileSync(file, "utf8"));
      writeFileSync(file, text);
      const at = dirname(file);
      waiting.push(...importsIn(text).map((path) => join(at, `${path}.d.ts`)));
    }
  }
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => join(folder, file));
  const surplus = files.filter((file) => file.endsWith(".d.ts") && !needed.has(file));
  surplus.forEach((file) => rmSync(file));
  removeEmptyFolders(folder);
}

/**
 * @param {string} text
 * @returns {string[]} the relative paths in `from "…"` and `import("…")`
 */
export function importsIn(text) {
  return [...text.matchAll(/(?:from |import\()"(\.[^"]+)"/g)].map(([, path = ""]) => path);
}

/**
 * `export { a, type B } from "c"` as the two statements that it stands for: the modifier is of TypeScript 4.5.
 *
 * @param {string} text
 * @returns {string}
 */
export function withoutTypeModifiers(text) {
  return text.replace(/^(import|export) \{([^}]*)\}(.*)$/gm, (statement, keyword, list, rest) => {
    const names = list
      .split(",")
      .map((/** @type {string} */ name) => name.trim())
      .filter(Boolean);
    const types = names.filter((/** @type {string} */ name) => name.startsWith("type "));
    const values = names.filter((/** @type {string} */ name) => !name.startsWith("type "));
    return types.length === 0
      ? statement
      : [
          ...(values.length > 0 ? [`${keyword} { ${values.join(", ")} }${rest}`] : []),
          `${keyword} type { ${types.map((/** @type {string} */ name) => name.slice("type ".length)).join(", ")} }${rest}`,
        ].join("\n");
  });
}

/** @param {string} folder */
function removeEmptyFolders(folder) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      const path = join(folder, entry.name);
      removeEmptyFolders(path);
      if (readdirSync(path).length === 0) {
        rmdirSync(path);
      }
    }
  }
}
