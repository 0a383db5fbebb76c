// Tested by test/plugin/functions.test.ts
import { notYetKnown } from "../../expectation/reading/not-yet-known";
import { secretOnTheWire } from "../../recording/secret-on-the-wire";

/** Where a value stands in another one: `["expect", "postWebhookUrl", "host", 0]`; the empty path is all of it. */
export type ValuePath = readonly (string | number)[];

/** A value as the engine sent it, opened. */
export interface EngineValue {
  /** Plain data, with `notYetKnown` for what the engine does not know in preview. */
  readonly value: unknown;
  /** Where secrets are. */
  readonly secretPaths: readonly ValuePath[];
}

/** The engine sent a value of a kind that no input of this plugin has. */
export class UnsupportedValueError extends Error {}

/** How the engine marks what is more than plain data; Pulumi's protocol says so of each. */
const signatureKey = "4dabf18193072939515e22adb298388d";
const secretSignature = "1b47061264138c4ac30d75fd1eb44270";
const outputSignature = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
const unsupported: Readonly<Record<string, string>> = {
  "5cf8f73096256a8f31e491e813e4eb8e": "a resource",
  c44067f5952c0a294b673a41bacd8c17: "an asset",
  "0def7320c3a5731c473e5ecbe6d01bc7": "an archive",
};

/** The engine's stand-ins for what is not known in preview: one for each kind of value. */
const unknowns: ReadonlySet<unknown> = new Set([
  "04da6b54-80e4-46f7-96ec-b56ff0331ba9",
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

/**
 * Opens a value that the engine sent.
 * @throws {UnsupportedValueError} for a resource, an asset or an archive.
 */
export function openValue(sent: unknown): EngineValue {
  const secretPaths: ValuePath[] = [];
  const open = (part: unknown, path: ValuePath): unknown => {
    if (Array.isArray(part)) {
      return part.map((item, index) => open(item, [...path, index]));
    }
    if (typeof part !== "object" || part === null) {
      return unknowns.has(part) ? notYetKnown : part;
    }
    const fields = part as Readonly<Record<string, unknown>>;
    const signature = fields[signatureKey];
    if (signature === secretSignature) {
      secretPaths.push(path);
      return open(fields["value"], path);
    }
    if (signature === outputSignature) {
      if (fields["secret"] === true) {
        secretPaths.push(path);
      }
      return "value" in fields ? open(fields["value"], path) : notYetKnown;
    }
    if (signature !== undefined) {
      throw new UnsupportedValueError(
        unsupported[typeof signature === "string" ? signature : ""] ?? "a value of a kind that is not known here",
      );
    }
    return Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, open(field, [...path, key])]));
  };
  const value = open(sent, []);
  return { value, secretPaths };
}

/** Whether a value, or any part of it, is not known yet. */
export function hasUnknown(value: unknown): boolean {
  if (value === notYetKnown) {
    return true;
  }
  return typeof value === "object" && value !== null && Object.values(value).some(hasUnknown);
}

/** Properties as the engine takes them, each of `secrets` marked as one. */
export function withSecrets(
  properties: Readonly<Record<string, unknown>>,
  secrets: ReadonlySet<string>,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, secrets.has(key) ? secretOnTheWire(value) : value]),
  );
}

/** The stand-in, for the engine, for a value that is not known yet. */
export const unknownValue = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
