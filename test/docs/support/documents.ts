import { readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";

export const repository = join(__dirname, "..", "..", "..");

/** A fenced block of a document. */
export interface Block {
  /** The document's path in the repository. */
  readonly document: string;
  /** The line of the opening fence, from 1. */
  readonly line: number;
  /** The word after the opening fence. */
  readonly language: string;
  readonly text: string;
  /** What the hidden comment right above the block says, by the word before its colon: `prelude`, `webhook`, `not run`. */
  readonly notes: Readonly<Record<string, string>>;
}

/** A document for people who use or change the package. */
export interface Document {
  readonly path: string;
  readonly text: string;
  readonly blocks: readonly Block[];
}

const folders = ["", "provider", "docs", "docs/guides", "docs/languages", "docs/registry", "examples"];

function pathsBelow(folder: string): string[] {
  const isWhole = folder === "examples";
  return readdirSync(join(repository, folder), { withFileTypes: true, recursive: isWhole })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".md"))
    .map((entry) => relative(repository, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .filter((path) => !path.includes("node_modules/"));
}

/** Every document in the repository that is for people. */
export function allDocuments(): readonly Document[] {
  return folders.flatMap(pathsBelow).sort().map(readDocument);
}

export function readDocument(path: string): Document {
  const text = readFileSync(join(repository, path), "utf8");
  return { path, text, blocks: blocksOf(path, text) };
}

/** The blocks of all documents in one of these languages, as the rows of `test.each`, each with its place first. */
export function blocksIn(...languages: string[]): (readonly [place: string, block: Block])[] {
  return allDocuments()
    .flatMap(({ blocks }) => blocks)
    .filter(({ language }) => languages.includes(language))
    .map((block) => [`${block.document}:${block.line}`, block] as const);
}

function blocksOf(document: string, text: string): Block[] {
  const lines = text.split("\n");
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const [, indent = "", fence, language = ""] = /^(\s*)(`{3,})(\w*)/.exec(lines[index] ?? "") ?? [];
    if (fence === undefined) {
      continue;
    }
    const end = lines.findIndex((line, at) => at > index && line.trim() === fence);
    if (end < 0) {
      throw new Error(`${document}:${index + 1}: the block has no end`);
    }
    const body = lines
      .slice(index + 1, end)
      .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line));
    blocks.push({
      document,
      line: index + 1,
      language,
      text: body.join("\n"),
      notes: notesAbove(lines.slice(0, index)),
    });
    index = end;
  }
  return blocks;
}

function notesAbove(lines: readonly string[]): Record<string, string> {
  const above = lines.join("\n").trimEnd();
  const [, comment] = /<!--((?:(?!-->)[\s\S])*)-->$/.exec(above) ?? [];
  const [, name, value] = /^\s*([a-z ]+):\s*([\s\S]*?)\s*$/.exec(comment ?? "") ?? [];
  return name === undefined || value === undefined ? {} : { [name]: value };
}
