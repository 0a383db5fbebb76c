import type { Document, LineCounter, Node } from "yaml";

type Yaml = typeof import("yaml");

/** Where a value stands in a document: by its key where it has one, in lines and columns from 1. */
export function positionOf(
  yaml: Yaml,
  document: Document,
  lines: LineCounter,
  path: readonly (string | number)[],
): { readonly line: number; readonly column: number } {
  let node: unknown = document.contents;
  let offset = offsetOf(node) ?? 0;
  for (const step of path) {
    if (yaml.isAlias(node)) {
      node = node.resolve(document);
    }
    const next = yaml.isMap(node)
      ? node.items.find(({ key }) => keyText(yaml, key) === String(step))
      : yaml.isSeq(node)
        ? node.items[Number(step)]
        : undefined;
    const place: unknown = yaml.isPair(next) ? next.key : next;
    // A key that the path only abbreviates, or a value that a merge brought in: the place above it has to do.
    offset = offsetOf(place) ?? offset;
    node = yaml.isPair(next) ? next.value : next;
  }
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function keyText(yaml: Yaml, key: unknown): string {
  return yaml.isScalar(key) ? String(key.value) : String(key);
}

function offsetOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}
