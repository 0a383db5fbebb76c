// The key and the mark of a secret in a state.
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretMark = "1b47061264138c4ac30d75fd1eb44270";

/** A value of a state with `[secret]` for each secret, as the CLI shows it. */
export function withoutSecrets(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  if (Array.isArray(value)) {
    return value.map(withoutSecrets);
  }
  return (value as Record<string, unknown>)[signatureKey] === secretMark
    ? "[secret]"
    : Object.fromEntries(Object.entries(value).map(([key, each]) => [key, withoutSecrets(each)]));
}
