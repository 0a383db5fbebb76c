import { InvalidInputError } from "../errors/invalid-input-error";
import type { ExpectationPath } from "../expectation/reading/expectation-node";
import { notYetKnown } from "../expectation/reading/not-yet-known";
import { readObject } from "../expectation/reading/plain-data";
import { compileRules, type CompiledRules } from "../rules/rule-settings";
import { isList } from "../text/kind-of";

/** Rules by which a configuration is judged, as far as they are known. */
export interface KnownRules {
  /** The name of the settings in messages. */
  readonly name: string;
  readonly compiled: CompiledRules;
  /** The names of those that are not known yet: `rules`, or `rules.tunnel-host`. */
  readonly deferred: readonly string[];
}

/** How rule settings are read. */
export interface KnownRulesOptions {
  /** @default "rules" */
  readonly name?: string;
  /** The places of its secrets; `[[]]` if all of it is secret. @default none */
  readonly secretPaths?: readonly ExpectationPath[];
}

/**
 * Reads rule settings, in which {@link notYetKnown} may stand for all of them or for a severity.
 * @throws {InvalidInputError} for what is not valid, also for `undefined`: whoever names rules wants some.
 */
export function knownRules(value: unknown, { name = "rules", secretPaths = [] }: KnownRulesOptions = {}): KnownRules {
  if (value === notYetKnown) {
    return { name, compiled: compileRules("off"), deferred: [name] };
  }
  if (value === undefined) {
    throw new InvalidInputError(name, `${name} is undefined: give it a value, or leave the key out`);
  }
  const entries = entriesOf(value, name);
  if (entries === undefined) {
    return { name, compiled: compiled(value, name, secretPaths), deferred: [] };
  }
  const known = entries.map(([key, severity]) => [key, severity === notYetKnown ? "off" : severity] as const);
  const unknown = entries.filter(([, severity]) => severity === notYetKnown);
  return {
    name,
    compiled: compiled(Object.fromEntries(known), name, secretPaths),
    deferred: unknown.map(([key]) => `${name}.${key}`),
  };
}

function compiled(value: unknown, name: string, secretPaths: readonly ExpectationPath[]): CompiledRules {
  try {
    return compileRules(value, name);
  } catch (error) {
    if (secretPaths.length === 0) {
      throw error;
    }
    // Nobody knows what a wrong value was meant to be.
    const text = `${name} is not valid: it must be "recommended", "off" or an object of rules and their severities`;
    throw new InvalidInputError(name, `${text}; it is secret, so no more is said of it`);
  }
}

/** The entries of an object; undefined if it is none. */
function entriesOf(value: unknown, name: string): readonly (readonly [key: string, severity: unknown])[] | undefined {
  if (typeof value !== "object" || value === null || isList(value)) {
    return undefined;
  }
  const object = readObject(value);
  if ("problem" in object) {
    throw new InvalidInputError(name, `${name} ${object.problem}`);
  }
  return object.entries;
}
