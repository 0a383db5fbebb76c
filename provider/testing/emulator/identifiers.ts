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

/** @throws RangeError where `value` is no identifier of that kind. */
export function requireIdentifier(prefix: IdentifierPrefix, value: string, name: string): void {
  if (typeof value !== "string" || !isIdentifier(prefix, value)) {
    throw new RangeError(`${name} must be ${prefix} and 32 hex digits`);
  }
}
