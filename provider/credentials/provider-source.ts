import { ConfigurationError } from "../errors/configuration-error";
import { kindOf } from "../text/kind-of";
import { printableJson } from "../text/printable";
import { configSpellings } from "./misspellings";
import { isThere, type ConfigSource } from "./settings-source";

/**
 * The settings that an explicit provider was given.
 * @param provider its name in the program
 * @param lookUp gives an input by its key; it may throw, by the input's full name, for one that cannot be read
 */
export function providerSource(provider: string, lookUp: (key: string, fullName: string) => unknown): ConfigSource {
  const place = `the provider ${printableJson(provider)}`;
  const fullNameOf = (key: string) => `${key} of ${place}`;
  const get = (key: string) => settingText(lookUp(key, fullNameOf(key)), fullNameOf(key));
  return {
    kind: "provider",
    place,
    isThere: true,
    nameOf: (key) => key,
    fullNameOf,
    get,
    misspellingsOf: (key) => configSpellings(key).filter((name) => isThere(() => get(name))),
  };
}

/**
 * A provider's setting as text: it has a number where a stack's config has its text.
 * @throws {ConfigurationError} for anything else: taken for nothing, it would leave the account to the environment.
 */
export function settingText(value: unknown, name: string): string | undefined {
  if (value === undefined || value === null) {
    return undefined;
  }
  if (typeof value !== "string" && typeof value !== "number") {
    throw new ConfigurationError(undefined, `${name} must be a text; it is ${kindOf(value)}`);
  }
  return String(value);
}
