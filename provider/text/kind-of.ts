/** What kind of thing a JSON value is, in words that follow "got": never the value, which may be a secret. */
export function kindOf(value: unknown): string {
  if (value === undefined) {
    return "no such field";
  }
  if (value === null) {
    return "null";
  }
  if (Array.isArray(value)) {
    return "an array";
  }
  if (value === "") {
    return "an empty string";
  }
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
