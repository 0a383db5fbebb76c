import { canonicalSid } from "../../service-sid/same-sid";
import { readExpectation, type ExpectationReading } from "../../expectation/compile-expectation";
import { isServiceSid } from "../../service-sid/service-sid";
import { didYouMean } from "../../text/did-you-mean";
import { kindOf } from "../../text/kind-of";
import { printableJson } from "../../text/printable";
import type { FileLocation } from "../file-location";
import { readAcceptances } from "../rules/read-acceptances";
import { readFileRules, type SectionContext } from "../rules/read-rules";
import type { Expectations } from "./expectations";
import type { FileExpectation, PatternExpectation, SidExpectation } from "./file-expectation";
import { NamePatterns } from "./name-patterns";
import { YamlTree, type YamlPath } from "./yaml-tree";

/** Something wrong with an expectations file, and where. */
export interface ExpectationsProblem extends FileLocation {
  readonly message: string;
}

const sections = ["default", "services", "friendlyNames", "rules", "accept"] as const;

/**
 * Reads the text of an expectations file, which is YAML 1.2, and so may be JSON.
 * @returns the expectations; or every problem of the file, in the order of their locations.
 */
export function readExpectations(
  text: string,
  file: string,
): { readonly expectations: Expectations } | { readonly problems: readonly ExpectationsProblem[] } {
  const tree = new YamlTree(text);
  if (tree.faults.length > 0) {
    const problems = tree.faults.map(({ message, offset }) => ({ file, ...tree.lineOf(offset), message }));
    return { problems: sortedByLocation(problems) };
  }
  const reader = new Reader(tree, file);
  const expectations = reader.read();
  return reader.problems.length > 0 ? { problems: sortedByLocation(reader.problems) } : { expectations };
}

class Reader {
  readonly problems: ExpectationsProblem[] = [];
  readonly #tree: YamlTree;
  readonly #file: string;
  // An anchor's value is the same object wherever an alias stands: it is read once, and what is wrong with it said once.
  readonly #readings = new Map<unknown, ExpectationReading>();

  constructor(tree: YamlTree, file: string) {
    this.#tree = tree;
    this.#file = file;
  }

  read(): Expectations {
    const root = this.#root();
    for (const key of Object.keys(root)) {
      if (!isSection(key) && !isIgnored(key)) {
        const known = `the sections are ${sections.join(", ")}, and x-… for anchors`;
        const hint = didYouMean(key, sections) || `: ${known}`;
        this.#problem([key], `${printableJson(key)} is not a section of this file${hint}`);
      }
    }
    const { default: byDefault, services, friendlyNames } = root;
    const context: SectionContext = {
      problem: (path, message) => this.#problem(path, message),
      locationOf: (path) => this.#locationOf(path),
      entriesAt: (path) => this.#tree.entriesAt(path),
    };
    const byName = this.#byName(friendlyNames);
    const rules = readFileRules(root["rules"], context);
    const accept = readAcceptances(root["accept"], context);
    return {
      default: byDefault === undefined ? undefined : this.#expectation(byDefault, ["default"], "default"),
      bySid: this.#bySid(services),
      byName,
      rules,
      accept,
      usesNames:
        byName.all.length > 0 ||
        rules.byName.length > 0 ||
        accept.some(({ subject }) => subject.kind === "friendlyName"),
    };
  }

  #root(): Readonly<Record<string, unknown>> {
    const { value } = this.#tree;
    if (!isObject(value)) {
      this.#problem([], `must be an object with at least one of ${sections.join(", ")}; it is ${kindOf(value)}`);
      return {};
    }
    if (Object.keys(value).every(isIgnored)) {
      this.#problem([], `says nothing: it needs at least one of ${sections.join(", ")}`);
    }
    return value;
  }

  #bySid(section: unknown): ReadonlyMap<string, SidExpectation> {
    const bySid = new Map<string, SidExpectation>();
    const written = new Map<string, string>();
    for (const [sid, value] of this.#entries(section, "services")) {
      const path = ["services", sid];
      const key = canonicalSid(sid);
      const before = written.get(key);
      if (!isServiceSid(sid)) {
        // Not repeated: it may be a credential that was put in the wrong place.
        this.#problem(path, "is not a service SID, which is IS and 32 hexadecimal digits");
      } else if (before !== undefined) {
        const { line } = this.#tree.positionOf(["services", before]);
        this.#problem(path, `duplicates the service at line ${line}: the case of a SID's digits does not matter`);
      }
      written.set(key, sid);
      const expectation = this.#expectation(value, path, `services.${sid}`);
      if (expectation !== undefined) {
        bySid.set(key, { ...expectation, chatServiceSid: sid });
      }
    }
    return bySid;
  }

  #byName(section: unknown): NamePatterns {
    const patterns: PatternExpectation[] = [];
    for (const [pattern, value] of this.#entries(section, "friendlyNames")) {
      const path = ["friendlyNames", pattern];
      if (pattern === "") {
        this.#problem(path, "is an empty pattern, which matches no service's friendly name");
      }
      const expectation = this.#expectation(value, path, `friendlyNames[${printableJson(pattern)}]`);
      if (expectation !== undefined) {
        patterns.push({ ...expectation, pattern });
      }
    }
    return new NamePatterns(patterns);
  }

  #entries(section: unknown, name: string): readonly (readonly [key: string, value: unknown])[] {
    if (section === undefined) {
      return [];
    }
    const entries = isObject(section) ? this.#tree.entriesAt([name]) : [];
    if (entries.length === 0) {
      const what = isObject(section) ? "an empty object" : kindOf(section);
      this.#problem([name], `${name} must be an object with at least one expectation; it is ${what}`);
    }
    return entries;
  }

  #expectation(value: unknown, path: YamlPath, name: string): FileExpectation | undefined {
    const known = isObject(value) ? this.#readings.get(value) : undefined;
    const reading = known ?? readExpectation(value, { name });
    this.#readings.set(value, reading);
    if ("compiled" in reading) {
      return { compiled: reading.compiled, place: this.#locationOf(path) };
    }
    if (known === undefined) {
      for (const problem of reading.problems) {
        this.#problem([...path, ...problem.path], `${problem.name} ${problem.text}`);
      }
    }
    return undefined;
  }

  #problem(path: YamlPath, message: string): void {
    this.problems.push({ ...this.#locationOf(path), message });
  }

  #locationOf(path: YamlPath): FileLocation {
    return { file: this.#file, ...this.#tree.positionOf(path) };
  }
}

function isSection(key: string): boolean {
  return (sections as readonly string[]).includes(key);
}

/** The place of the schema, and keys to hang anchors on. */
function isIgnored(key: string): boolean {
  return key === "$schema" || key.startsWith("x-");
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedByLocation(problems: readonly ExpectationsProblem[]): readonly ExpectationsProblem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
