// Tested by test/policy/ignored-changes.test.ts

/** In whichever notation: `filters` in `filters[0]`, `["filters"][0]` and `[filters]`. */
const firstStep = /^\s*(?:\[\s*"?)?([^.["\]]+)/;

/** The property that a path of `ignoreChanges` begins with; `*` for any; undefined if it begins with none. */
export function firstProperty(path: string): string | undefined {
  return firstStep.exec(path)?.[1]?.trim();
}
