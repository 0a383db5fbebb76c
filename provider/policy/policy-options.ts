// Tested by test/policy/webhook-expectation-policy.test.ts
import { InvalidInputError } from "../errors/invalid-input-error";
import { didYouMean } from "../text/did-you-mean";
import { readObject } from "../expectation/reading/plain-data";
import { isList, kindOf } from "../text/kind-of";
import { printableJson } from "../text/printable";
import { requireEnforcement, type Enforcement } from "../verdict/enforcement";

/**
 * Options that all policies of this package have.
 * @example
 * const options: PolicyOptions = { name: "chat-webhooks", enforcementLevel: "advisory" };
 */
export interface PolicyOptions {
  /** The policy's name, by which it is configured; unique in its pack. */
  readonly name?: string;
  /**
   * The effect of a violation: "mandatory" stops, "advisory" warns, "disabled" switches the policy off. The configuration
   * of the pack outranks it.
   * @default the level of the policy pack
   */
  readonly enforcementLevel?: Enforcement;
  /**
   * Whether messages show the values that they are about. Pulumi hands a policy all values in plain text and does not say
   * which of them are secret: those would be shown too, but for URLs that carry a credential.
   * @default false
   */
  readonly showValues?: boolean;
}

/** Options or configuration, of which nothing is known yet. */
export type Given = Readonly<Record<string, unknown>>;

/**
 * Gives options back that are an object with no other keys than `known`: a misspelt one would silently check nothing.
 * @throws {InvalidInputError}
 */
export function requireOptions(given: unknown, known: readonly string[]): Given {
  const read = typeof given === "object" && given !== null && !isList(given) ? readObject(given) : undefined;
  if (read === undefined || "problem" in read) {
    throw new InvalidInputError("options", `the options must be a plain object; they are ${kindOf(given)}`);
  }
  for (const [key, value] of read.entries) {
    if (!known.includes(key)) {
      const hint = didYouMean(key, known) || `: known are ${known.join(", ")}`;
      throw new InvalidInputError(key, `unknown option ${printableJson(key)}${hint}`);
    }
    if (value === undefined) {
      throw new InvalidInputError(key, `${key} is undefined: give it a value, or leave the key out`);
    }
  }
  return Object.fromEntries(read.entries);
}

/** @throws {InvalidInputError} if the option is anything but true, false or left out. */
export function requireFlag(given: Given, key: string): boolean {
  const value = given[key];
  if (value !== undefined && typeof value !== "boolean") {
    throw new InvalidInputError(key, `${key} must be true or false; it is ${kindOf(value)}`);
  }
  return value === true;
}

/**
 * The part of a policy that its options give.
 * @throws {InvalidInputError}
 */
export function policyHead(
  { name, enforcementLevel }: Given,
  defaultName: string,
): { readonly name: string; readonly enforcementLevel?: Enforcement } {
  if (name !== undefined && (typeof name !== "string" || name === "")) {
    throw new InvalidInputError("name", `name must be the policy's name; it is ${kindOf(name)}`);
  }
  return {
    name: name ?? defaultName,
    ...(enforcementLevel === undefined
      ? {}
      : { enforcementLevel: requireEnforcement(enforcementLevel, "enforcementLevel") }),
  };
}
