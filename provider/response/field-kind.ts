// Tested by test/response/service-webhook-configuration.test.ts
import { kindOf } from "../text/kind-of";
import { parseUrl } from "../url/parse-url";

/** Stands for "not of this kind": a value that no field can have. */
export const mismatch: unique symbol = Symbol("mismatch");

/** A kind of field: how to read it, and how to say what was expected. */
export interface FieldKind<Value> {
  /** Follows "expected": `an absolute URI`. */
  readonly expected: string;
  /** The value as the package hands it on, or {@link mismatch}. */
  read(value: unknown): Value | typeof mismatch;
  /** The kind of value that came instead, without its content. */
  describe(value: unknown): string;
}

/** Strings that `accepts` takes, handed on as `convert` gives them. */
function stringKind<Value extends string = string>(
  expected: string,
  accepts: (text: string) => boolean,
  convert: (text: string) => Value = (text) => text as Value,
): FieldKind<Value> {
  return {
    expected,
    read: (value) => (typeof value === "string" && accepts(value) ? convert(value) : mismatch),
    describe: (value) => (typeof value === "string" && value !== "" ? "a string of another form" : kindOf(value)),
  };
}

/**
 * Any text. It is also the kind of a webhook's URL: the reference says absolute URI, but if somebody has stored another
 * text there, that is what whoever judges or audits the webhook must see.
 */
export const text: FieldKind<string> = stringKind("a string", () => true);

/** A Twilio SID: two letters and 32 hex digits. */
export function sid(prefix: "AC" | "IS"): FieldKind<string> {
  const pattern = new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);
  return stringKind(`${prefix} and 32 hex digits`, (text) => pattern.test(text));
}

/** A URI with its scheme. Characters that a URL parser would quietly drop (spaces, line breaks) are no part of one. */
export const absoluteUri: FieldKind<string> = stringKind(
  "an absolute URI",
  (text) => /^[a-z][a-z0-9+.-]*:[^\s\p{Cc}]+$/iu.test(text) && parseUrl(text) !== undefined,
);

/** The method of a webhook request; some of Twilio's resources spell it in lower case. */
export const webhookMethod: FieldKind<"GET" | "POST"> = stringKind(
  "GET or POST",
  (text) => /^(?:get|post)$/i.test(text),
  (text) => text.toUpperCase() as "GET" | "POST",
);

/** Strings without further condition: Twilio adds values to its lists without a new API version. */
export const stringArray: FieldKind<string[]> = {
  expected: "a list of strings",
  read: (value) => (Array.isArray(value) && value.every((item) => typeof item === "string") ? value : mismatch),
  describe: (value) => {
    const stranger: unknown = Array.isArray(value) ? value.find((item) => typeof item !== "string") : undefined;
    return stranger === undefined ? kindOf(value) : `a list with ${kindOf(stranger)} in it`;
  },
};

/** An object, of which nothing is known yet. */
export const object: FieldKind<Readonly<Record<string, unknown>>> = {
  expected: "an object",
  read: (value) => (isObject(value) ? value : mismatch),
  describe: kindOf,
};

/** A list of objects, of which nothing is known yet. */
export const objectArray: FieldKind<readonly Readonly<Record<string, unknown>>[]> = {
  expected: "a list of objects",
  read: (value) => (Array.isArray(value) && value.every(isObject) ? value : mismatch),
  describe: (value) => {
    const strangers = Array.isArray(value) ? value.filter((item) => !isObject(item)) : [];
    return strangers.length === 0 ? kindOf(value) : `a list with ${kindOf(strangers[0])} in it`;
  },
};

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The same, or null. An absent field is not null: see {@link readFields}. */
export function orNull<Value>(kind: FieldKind<Value>): FieldKind<Value | null> {
  return {
    expected: `${kind.expected}, or null`,
    read: (value) => (value === null ? null : kind.read(value)),
    describe: (value) => kind.describe(value),
  };
}

/** Strings of that kind, or null. The empty string means null: sending it clears a value, and servers may give it back. */
export function orUnset<Value>(kind: FieldKind<Value>): FieldKind<Value | null> {
  const nullable = orNull(kind);
  return { ...nullable, read: (value) => (value === "" ? null : nullable.read(value)) };
}

/** The same, or null if the field is absent: for a field that nobody judges. */
export function orAbsent<Value>(kind: FieldKind<Value>): FieldKind<Value | null> {
  return { ...kind, read: (value) => (value === undefined ? null : kind.read(value)) };
}
