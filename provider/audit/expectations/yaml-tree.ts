// Tested by test/audit/expectations/read-expectations.test.ts
import type { Alias, Document, LineCounter, Node, Pair, YAMLMap } from "yaml";

type Yaml = typeof import("yaml");

/** Where a value stands in a file: `["services", "IS…", "method"]`. */
export type YamlPath = readonly (string | number)[];

/** A mistake in a file, and where it is: the offset of a character. */
export interface YamlFault {
  readonly message: string;
  readonly offset: number;
}

/** The value of an alias may come to this many values; more is only reached by aliases of aliases. */
const mostPerAlias = 100_000;
/** Merge keys may bring in this many entries altogether. */
const mostMerged = 1_000_000;

/**
 * A YAML document as plain data in which the keys are as the file has them, and in its order: `+1555`, `0123`, `1.10`
 * and `~` are keys like any other. The library's own plain objects put whole numbers first, and drop what it takes for
 * the sign or the zeros of a number.
 *
 * The value of an anchor is read once, and is the same object wherever an alias stands: so a thousand uses cost no more
 * than one.
 */
export class YamlTree {
  /** Everything that is wrong, in no certain order. */
  readonly faults: YamlFault[] = [];
  /** The document as plain data; undefined if it cannot be read. */
  readonly value: unknown;
  readonly #yaml: Yaml;
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #targets = new Map<Alias, Node>();
  readonly #entries = new Map<YAMLMap, ReadonlyMap<string, Pair>>();
  readonly #values = new Map<Node, { readonly value: unknown; readonly size: number }>();
  readonly #open = new Set<Node>();
  readonly #tooLarge = new Set<Node>();
  #merged = 0;

  constructor(text: string) {
    // Only an audit with such a file pays for loading it.
    const yaml = require("yaml") as Yaml;
    this.#yaml = yaml;
    this.#lines = new yaml.LineCounter();
    // The library's check for duplicates compares values: "2024" and 2024 differ. It also compares each key with each.
    this.#document = yaml.parseDocument(text.replace(/^\ufeff/, ""), {
      lineCounter: this.#lines,
      prettyErrors: false,
      uniqueKeys: false,
    });
    this.#checkSyntax();
    if (this.faults.length === 0) {
      this.#resolveAliases();
    }
    if (this.faults.length === 0) {
      this.value = this.#read(this.#document.contents).value;
    }
  }

  /** The entries of the object at a path, in the order of the file; none if there is no object. */
  entriesAt(path: YamlPath): readonly (readonly [key: string, value: unknown])[] {
    const node = path.reduce<unknown>((parent, step) => this.#partOf(parent, step)?.value, this.#document.contents);
    const map = this.#targetOf(node);
    return this.#yaml.isMap(map)
      ? [...this.#entriesOf(map)].map(([key, { value }]) => [key, this.#read(value).value])
      : [];
  }

  /** The line and column of a value, from 1: of its key if it has one. */
  positionOf(path: YamlPath): { readonly line: number; readonly column: number } {
    let node: unknown = this.#document.contents;
    let offset = offsetOf(node) ?? 0;
    for (const step of path) {
      const part = this.#partOf(node, step);
      // A key that the path only abbreviates is not there: the location above it has to do.
      offset = offsetOf(part?.start) ?? offset;
      node = part?.value;
    }
    return this.lineOf(offset);
  }

  #partOf(parent: unknown, step: string | number): { readonly start: unknown; readonly value: unknown } | undefined {
    const node = this.#targetOf(parent);
    if (this.#yaml.isMap(node)) {
      const pair = this.#entriesOf(node).get(String(step));
      return pair && { start: pair.key, value: pair.value };
    }
    const item: unknown = this.#yaml.isSeq(node) ? node.items[Number(step)] : undefined;
    return { start: item, value: item };
  }

  /** An offset as line and column, from 1. */
  lineOf(offset: number): { readonly line: number; readonly column: number } {
    const { line, col } = this.#lines.linePos(offset);
    return { line, column: col };
  }

  #checkSyntax(): void {
    for (const { code, message, pos } of [...this.#document.errors, ...this.#document.warnings]) {
      const text = code === "MULTIPLE_DOCS" ? "starts another document: an expectations file has only one" : message;
      this.#fault(text, pos[0]);
    }
  }

  /** Finds what each alias stands for in one walk: the library walks the whole document for each. */
  #resolveAliases(): void {
    const anchors = new Map<string, Node>();
    this.#yaml.visit(this.#document, {
      Node: (_key, node) => {
        if (this.#yaml.isAlias(node)) {
          const target = anchors.get(node.source);
          if (target === undefined) {
            this.#fault(
              `*${node.source} is an alias of nothing: there is no &${node.source} before it`,
              offsetOf(node) ?? 0,
            );
          } else {
            this.#targets.set(node, target);
          }
        } else if (node.anchor !== undefined) {
          anchors.set(node.anchor, node);
        }
      },
    });
  }

  #targetOf(node: unknown): unknown {
    return this.#yaml.isAlias(node) ? this.#targets.get(node) : node;
  }

  /** A node's value, and how many values that is with all of its aliases written out. */
  #read(node: unknown): { readonly value: unknown; readonly size: number } {
    if (this.#yaml.isAlias(node)) {
      return this.#readAlias(node);
    }
    if (!this.#yaml.isNode(node)) {
      return { value: null, size: 1 };
    }
    const known = this.#values.get(node);
    if (known !== undefined) {
      return known;
    }
    this.#open.add(node);
    const read = this.#readParts(node);
    this.#open.delete(node);
    this.#values.set(node, read);
    return read;
  }

  #readParts(node: Node): { readonly value: unknown; readonly size: number } {
    let size = 1;
    const part = (each: unknown): unknown => {
      const read = this.#read(each);
      size += read.size;
      return read.value;
    };
    if (this.#yaml.isMap(node)) {
      const value = Object.fromEntries([...this.#entriesOf(node)].map(([key, pair]) => [key, part(pair.value)]));
      return { value, size };
    }
    if (this.#yaml.isSeq(node)) {
      const value = node.items.map(part);
      return { value, size };
    }
    return { value: this.#yaml.isScalar(node) ? node.value : null, size };
  }

  #readAlias(alias: Alias): { readonly value: unknown; readonly size: number } {
    const target = this.#targets.get(alias);
    if (target === undefined || this.#open.has(target)) {
      this.#fault(`*${alias.source} is inside its own anchor, and would have no end`, offsetOf(alias) ?? 0);
      return { value: null, size: 1 };
    }
    const read = this.#read(target);
    if (read.size > mostPerAlias) {
      if (this.#tooLarge.has(target)) {
        return { value: null, size: 1 };
      }
      this.#tooLarge.add(target);
      const most = mostPerAlias.toLocaleString("en-US");
      this.#fault(
        `*${alias.source} comes to more than ${most} values: aliases of aliases multiply`,
        offsetOf(alias) ?? 0,
      );
      return { value: null, size: 1 };
    }
    return read;
  }

  /** The entries of a map by their keys as written, in the order of the file; what it merges comes last. */
  #entriesOf(map: YAMLMap): ReadonlyMap<string, Pair> {
    const known = this.#entries.get(map);
    if (known !== undefined) {
      return known;
    }
    const entries = new Map<string, Pair>();
    // Registered at once: a map that merges itself would have no end.
    this.#entries.set(map, entries);
    const merges: Pair[] = [];
    for (const pair of map.items) {
      const key = this.#keyOf(pair);
      if (key === undefined) {
        this.#fault("must have text as its key, not a list or an object", offsetOf(pair.key) ?? offsetOf(map) ?? 0);
      } else if (this.#isMergeKey(pair.key)) {
        merges.push(pair);
      } else if (entries.has(key)) {
        const { line } = this.lineOf(offsetOf(entries.get(key)?.key) ?? 0);
        this.#fault(
          `duplicates the key at line ${line}: keys are compared as text, quoted or not`,
          offsetOf(pair.key) ?? 0,
        );
      } else {
        entries.set(key, pair);
      }
    }
    merges.forEach((pair) => this.#merge(pair, entries));
    return entries;
  }

  #keyOf({ key }: Pair): string | undefined {
    const node = this.#targetOf(key);
    return this.#yaml.isScalar(node) ? (node.source ?? "") : node === null ? "" : undefined;
  }

  #isMergeKey(key: unknown): boolean {
    return this.#yaml.isScalar(key) && key.source === "<<" && key.type === "PLAIN";
  }

  /** Takes in what a merge key names: of several maps the first that has a key, and a key of the map itself first. */
  #merge({ key, value }: Pair, entries: Map<string, Pair>): void {
    const target = this.#targetOf(value);
    const sources = this.#yaml.isSeq(target) ? target.items.map((item) => this.#targetOf(item)) : [target];
    for (const source of sources) {
      if (!this.#yaml.isMap(source)) {
        this.#fault("<< merges an object, or a list of objects", offsetOf(key) ?? 0);
        return;
      }
      const brought = this.#entriesOf(source);
      this.#merged += brought.size;
      if (this.#merged > mostMerged) {
        if (this.#merged - brought.size <= mostMerged) {
          const most = mostMerged.toLocaleString("en-US");
          this.#fault(`<< brings in more than ${most} entries altogether`, offsetOf(key) ?? 0);
        }
        return;
      }
      for (const [name, pair] of brought) {
        if (!entries.has(name)) {
          entries.set(name, pair);
        }
      }
    }
  }

  #fault(message: string, offset: number): void {
    this.faults.push({ message, offset });
  }
}

function offsetOf(node: unknown): number | undefined {
  return (node as Partial<Node> | null | undefined)?.range?.[0];
}
