// Tested by test/audit/expectations/name-pattern.test.ts
import type { PatternExpectation } from "./file-expectation";
import { compileNamePattern, isExactName, type NameMatcher } from "./name-pattern";

interface Wildcard {
  readonly index: number;
  readonly matches: NameMatcher;
}

/** The patterns of a file, in its order. Whole names are looked up: a file may have one for each of thousands of services. */
export class NamePatterns {
  readonly all: readonly PatternExpectation[];
  readonly #exact: ReadonlyMap<string, number>;
  readonly #wildcards: readonly Wildcard[];
  readonly #found = new Map<string, PatternExpectation | undefined>();

  constructor(all: readonly PatternExpectation[]) {
    const numbered = all.map(({ pattern }, index) => ({ pattern, index }));
    this.all = all;
    this.#exact = new Map(
      numbered.filter(({ pattern }) => isExactName(pattern)).map(({ pattern, index }) => [pattern, index]),
    );
    this.#wildcards = numbered
      .filter(({ pattern }) => !isExactName(pattern))
      .map(({ pattern, index }) => ({ index, matches: compileNamePattern(pattern) }));
  }

  /** The first expectation of the file whose pattern a name matches. */
  find(name: string): PatternExpectation | undefined {
    if (!this.#found.has(name)) {
      this.#found.set(name, this.#first(name));
    }
    return this.#found.get(name);
  }

  /** The patterns that none of these names matches. */
  idle(names: ReadonlySet<string>): readonly PatternExpectation[] {
    const wildcards = new Map(this.#wildcards.map(({ index, matches }) => [index, matches]));
    const list = [...names];
    return this.all.filter(({ pattern }, index) => {
      const matches = wildcards.get(index);
      return matches === undefined ? !names.has(pattern) : !list.some(matches);
    });
  }

  #first(name: string): PatternExpectation | undefined {
    const exact = this.#exact.get(name) ?? Infinity;
    const wildcard = this.#wildcards.find(({ index, matches }) => index < exact && matches(name))?.index ?? Infinity;
    return this.all[Math.min(exact, wildcard)];
  }
}
