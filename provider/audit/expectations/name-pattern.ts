/** Whether a name is as a pattern says. */
export type NameMatcher = (name: string) => boolean;

/** Reads a pattern, in which `*` stands for any characters, including none. Case counts. */
export function compileNamePattern(pattern: string): NameMatcher {
  const [start = "", ...rest] = pattern.split("*");
  const end = rest.pop();
  if (end === undefined) {
    return (name) => name === pattern;
  }
  const shortest = start.length + end.length;
  return (name) =>
    name.length >= shortest && name.startsWith(start) && name.endsWith(end) && hasInOrder(name, start, rest, end);
}

function hasInOrder(name: string, start: string, parts: readonly string[], end: string): boolean {
  // The leftmost place of each part leaves the most room for the next ones, so none has to be tried twice.
  let from = start.length;
  const until = name.length - end.length;
  for (const part of parts) {
    const at = name.indexOf(part, from);
    if (at < 0 || at + part.length > until) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}

/** Whether a pattern is a name: nothing in it stands for anything else. */
export function isExactName(pattern: string): boolean {
  return !pattern.includes("*");
}
