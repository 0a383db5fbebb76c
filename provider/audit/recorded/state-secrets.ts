// Tested by test/audit/recorded/exported-state.test.ts
import type { ExpectationPath } from "../../expectation/reading/expectation-node";

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
 * @param canBeNull whether a secret that is null is one, and not one that could not be decrypted
 */
export function openSecrets(value: unknown, canBeNull: boolean): OpenedValue {
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
    if (opened === undefined || (opened === null && !canBeNull)) {
      lockedPaths.push(path);
      return undefined;
    }
    return open(opened, path);
  };
  const opened = open(value, []);
  return { value: opened, secretPaths, lockedPaths };
}

/**
 * Whether a state has a secret that is open and not null. With a wrong passphrase the Pulumi CLI exports every secret
 * as null, without an error; as all secrets of a state have the same key, an open one shows that the key was right.
 */
export function hasOpenSecret(state: unknown): boolean {
  if (typeof state !== "object" || state === null) {
    return false;
  }
  const fields = state as Readonly<Record<string, unknown>>;
  return fields[signatureKey] === secretSignature
    ? (plainText(fields["plaintext"]) ?? null) !== null
    : Object.values(fields).some(hasOpenSecret);
}

function plainText(text: unknown): unknown {
  try {
    return typeof text === "string" ? (JSON.parse(text) as unknown) : undefined;
  } catch {
    return undefined;
  }
}
