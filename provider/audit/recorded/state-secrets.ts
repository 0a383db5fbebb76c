import type { ExpectationPath } from "../../expectation/expectation-node";

/** A value of a state without the form that secrets have there. */
export interface OpenedValue {
  /** Secrets that could not be opened are undefined. */
  readonly value: unknown;
  /** Where secrets are; `[[]]` where all of it is one. */
  readonly secretPaths: readonly ExpectationPath[];
  /** Those of them that are still encrypted. */
  readonly lockedPaths: readonly ExpectationPath[];
}

const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";

/**
 * Opens what an exported state holds: its secrets are plain text where it was exported with `--show-secrets`, and
 * encrypted otherwise.
 */
export function openSecrets(value: unknown): OpenedValue {
  const secretPaths: ExpectationPath[] = [];
  const lockedPaths: ExpectationPath[] = [];
  const open = (part: unknown, path: ExpectationPath): unknown => {
    if (Array.isArray(part)) {
      return part.map((item, index) => open(item, [...path, index]));
    }
    if (typeof part !== "object" || part === null) {
      return part;
    }
    const fields = part as Readonly<Record<string, unknown>>;
    if (fields[signatureKey] !== secretSignature) {
      return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, open(field, [...path, key])]));
    }
    secretPaths.push(path);
    const opened = plainText(fields["plaintext"]);
    if (opened === undefined) {
      lockedPaths.push(path);
    }
    return open(opened, path);
  };
  const opened = open(value, []);
  return { value: opened, secretPaths, lockedPaths };
}

function plainText(text: unknown): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
