/** Whether a name is as a pattern says, in which `*` stands for any characters, also none. Case counts. */
export function matchesNamePattern(pattern: string, name: string): boolean {
  const [start = "", ...rest] = pattern.split("*");
  const end = rest.pop();
  if (end === undefined) {
    return name === pattern;
  }
  if (name.length < start.length + end.length || !name.startsWith(start) || !name.endsWith(end)) {
    return false;
  }
  // The leftmost place of each part leaves the most room for the next ones, so none has to be tried twice.
  let from = start.length;
  const until = name.length - end.length;
  for (const part of rest) {
    const at = name.indexOf(part, from);
    if (at < 0 || at + part.length > until) {
      return false;
    }
    from = at + part.length;
  }
  return true;
}
