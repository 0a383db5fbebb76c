import type { Document, LineCounter } from "yaml";
import { didYouMean } from "../../text/did-you-mean";
import { readExpectation } from "../../expectation/compile-expectation";
import { kindOf } from "../../text/kind-of";
import { printableJson } from "../../text/printable";
import { isServiceSid } from "../../service-sid/service-sid";
import type { FileLocation } from "../file-location";
import type { Expectations, FileExpectation, PatternExpectation } from "./expectations";
import { positionOf } from "./positions";

type Yaml = typeof import("yaml");
type Path = readonly (string | number)[];

/** What is wrong with an expectations file, and where. */
export interface ExpectationsProblem extends FileLocation {
  readonly message: string;
}

const sections = ["default", "services", "friendlyNames"] as const;

/**
 * Reads the text of an expectations file, which is YAML 1.2, and so may be JSON.
 * @returns the expectations; or every problem of the file, in the order of their places.
 */
export function readExpectations(
  text: string,
  file: string,
): { readonly expectations: Expectations } | { readonly problems: readonly ExpectationsProblem[] } {
  // Only an audit with such a file pays for loading it.
  const yaml = require("yaml") as Yaml;
  const lines = new yaml.LineCounter();
  const document = yaml.parseDocument(text.replace(/^\ufeff/, ""), { lineCounter: lines, prettyErrors: false });
  const faults = syntaxFaults(yaml, document);
  if (faults.length > 0) {
    const problems = faults.map(({ message, offset }) => {
      const { line, col } = lines.linePos(offset);
      return { file, line, column: col, message };
    });
    return { problems: sortedByLocation(problems) };
  }
  const reader = new Reader(yaml, document, lines, file);
  const expectations = reader.read();
  return reader.problems.length > 0 ? { problems: sortedByLocation(reader.problems) } : { expectations };
}

function syntaxFaults(
  yaml: Yaml,
  document: Document,
): readonly { readonly message: string; readonly offset: number }[] {
  const faults = [...document.errors, ...document.warnings].map(({ code, message, pos: [offset] }) => ({
    message: code === "MULTIPLE_DOCS" ? "begins another document: an expectations file has one" : message,
    offset,
  }));
  yaml.visit(document, {
    Alias: (_key, alias) => {
      if (alias.resolve(document) === undefined) {
        faults.push({
          message: `*${alias.source} is an alias of nothing: there is no &${alias.source} before it`,
          offset: alias.range?.[0] ?? 0,
        });
      }
    },
  });
  return faults;
}

class Reader {
  readonly problems: ExpectationsProblem[] = [];
  readonly #yaml: Yaml;
  readonly #document: Document;
  readonly #lines: LineCounter;
  readonly #file: string;

  constructor(yaml: Yaml, document: Document, lines: LineCounter, file: string) {
    this.#yaml = yaml;
    this.#document = document;
    this.#lines = lines;
    this.#file = file;
  }

  read(): Expectations {
    const { default: byDefault, services, friendlyNames, ...others } = this.#root();
    for (const key of Object.keys(others).filter((name) => name !== "$schema")) {
      const known = `known are ${sections.join(", ")}`;
      this.#problem(
        [key],
        `${printableJson(key)} is no section of this file${didYouMean(key, sections) || `: ${known}`}`,
      );
    }
    const fallback = byDefault === undefined ? undefined : this.#expectation(byDefault, ["default"], "default");
    const bySid = new Map<string, FileExpectation>();
    for (const [sid, value] of this.#entries(services, "services")) {
      const path = ["services", sid];
      if (!isServiceSid(sid)) {
        // Not repeated: it may be a credential that was put in the wrong place.
        this.#problem(path, "is no service SID, which is IS and 32 hexadecimal digits");
      }
      const expectation = this.#expectation(value, path, `services.${sid}`);
      if (expectation !== undefined) {
        bySid.set(sid, expectation);
      }
    }
    const byName: PatternExpectation[] = [];
    for (const [pattern, value] of this.#entries(friendlyNames, "friendlyNames")) {
      const path = ["friendlyNames", pattern];
      if (pattern === "") {
        this.#problem(path, "is an empty pattern, which no service's friendly name matches");
      }
      const expectation = this.#expectation(value, path, `friendlyNames[${printableJson(pattern)}]`);
      if (expectation !== undefined) {
        byName.push({ ...expectation, pattern });
      }
    }
    return { default: fallback, bySid, byName };
  }

  #root(): Readonly<Record<string, unknown>> {
    let value: unknown;
    try {
      value = this.#document.toJS({ maxAliasCount: 1_000 });
    } catch (error) {
      this.#problem([], `cannot be read: ${(error as Error).message}`);
      return {};
    }
    if (!isObject(value)) {
      this.#problem([], `must be an object with at least one of ${sections.join(", ")}; it is ${kindOf(value)}`);
      return {};
    }
    if (Object.keys(value).every((key) => key === "$schema")) {
      this.#problem([], `expects nothing: it needs at least one of ${sections.join(", ")}`);
    }
    return value;
  }

  #entries(section: unknown, name: string): readonly (readonly [key: string, value: unknown])[] {
    if (section === undefined) {
      return [];
    }
    if (!isObject(section) || Object.keys(section).length === 0) {
      const what = isObject(section) ? "an empty object" : kindOf(section);
      this.#problem([name], `${name} must be an object with at least one expectation; it is ${what}`);
      return [];
    }
    return Object.entries(section);
  }

  #expectation(value: unknown, path: Path, name: string): FileExpectation | undefined {
    const reading = readExpectation(value, { name });
    if ("compiled" in reading) {
      return { compiled: reading.compiled, place: this.#place(path) };
    }
    for (const problem of reading.problems) {
      this.#problem([...path, ...problem.path], `${problem.name} ${problem.text}`);
    }
    return undefined;
  }

  #problem(path: Path, message: string): void {
    this.problems.push({ ...this.#place(path), message });
  }

  #place(path: Path): FileLocation {
    return { file: this.#file, ...positionOf(this.#yaml, this.#document, this.#lines, path) };
  }
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function sortedByLocation(problems: readonly ExpectationsProblem[]): readonly ExpectationsProblem[] {
  return [...problems].sort((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
}
