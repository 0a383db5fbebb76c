// Tested by test/testing/emulator/accounts/accounts.test.ts
import { randomBytes } from "node:crypto";

/** The prefixes of the SIDs that the emulator makes up: account, API key, service, request. */
export type IdentifierPrefix = "AC" | "SK" | "IS" | "RQ";

/** A made-up Twilio identifier: the prefix and 32 hex digits. */
export function randomIdentifier(prefix: IdentifierPrefix): string {
  return prefix + randomBytes(16).toString("hex");
}

function isIdentifier(prefix: IdentifierPrefix, value: string): boolean {
  return value.startsWith(prefix) && /^[0-9a-fA-F]{32}$/.test(value.slice(prefix.length));
}

/** @throws RangeError if `value` is not an identifier with that prefix, or with one of those prefixes. */
export function requireIdentifier(
  prefix: IdentifierPrefix | readonly IdentifierPrefix[],
  value: string,
  name: string,
): void {
  const prefixes = [prefix].flat();
  if (typeof value !== "string" || !prefixes.some((one) => isIdentifier(one, value))) {
    throw new RangeError(`${name} must be ${prefixes.join(" or ")} and 32 hex digits`);
  }
}
