import { existsSync, statSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { allDocuments, readDocument, repository, type Document } from "./support/documents";

interface Link {
  readonly target: string;
  readonly anchor: string | undefined;
}

/** The links of a document, without those in code. */
function linksIn({ text }: Document): Link[] {
  const prose = text.replace(/^\s*(`{3,})[\s\S]*?^\s*\1/gm, "").replace(/`[^`\n]*`/g, "code");
  return [...prose.matchAll(/\[[^\]]*\]\(([^)\s]+)\)/g)].map(([, url = ""]) => {
    const [target = "", anchor] = url.split("#");
    return { target, anchor };
  });
}

/** The names under which a document's headings can be linked to, as GitHub makes them. */
function anchorsOf({ text }: Document): string[] {
  return [...text.replace(/^\s*(`{3,})[\s\S]*?^\s*\1/gm, "").matchAll(/^#+ (.+)$/gm)].map(([, heading = ""]) =>
    heading
      .replace(/\[([^\]]*)\]\([^)]*\)/g, "$1")
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s_-]/gu, "")
      .trim()
      .replace(/\s/g, "-"),
  );
}

const isElsewhere = ({ target }: Link) => /^[a-z]+:/.test(target);
const pathOf = (document: Document, { target }: Link) =>
  target === "" ? document.path : relative(repository, join(repository, dirname(document.path), target));

const documents = allDocuments().map((document) => [document.path, document] as const);

test("The documents link to each other", () => {
  expect(documents.flatMap(([, document]) => linksIn(document)).length).toBeGreaterThan(30);
});

test.each(documents)("Each link in %s leads to something that is there", (_path, document) => {
  const missing = linksIn(document)
    .filter((link) => !isElsewhere(link) && !existsSync(join(repository, pathOf(document, link))))
    .map(({ target }) => target);
  expect(missing).toEqual([]);
});

test.each(documents)("Each link in %s to a heading leads to one", (_path, document) => {
  for (const link of linksIn(document)) {
    const path = pathOf(document, link);
    if (link.anchor !== undefined && !isElsewhere(link) && existsSync(path) && statSync(path).isFile()) {
      expect(anchorsOf(readDocument(path))).toContain(link.anchor);
    }
  }
});

test.each(documents)("Each link in %s that leads elsewhere is a secure one", (_path, document) => {
  expect(linksIn(document).filter((link) => isElsewhere(link) && !/^(https|mailto):/.test(link.target))).toEqual([]);
});

test("Every document below docs stands in its index", () => {
  const index = readDocument("docs/README.md");
  const linked = linksIn(index).map((link) => pathOf(index, link));
  const all = allDocuments()
    .map(({ path }) => path)
    .filter((path) => /^docs\/(?!README)/.test(path));
  expect(all.filter((path) => !linked.includes(path))).toEqual([]);
});
