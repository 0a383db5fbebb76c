import { InvalidInputError } from "../errors/invalid-input-error";
import { kindOf } from "../text/kind-of";
import { didYouMean } from "../text/did-you-mean";
import { printableJson } from "../text/printable";
import type { AuditOptions } from "./audit-options";

interface OptionType {
  /** Follows "must be". */
  readonly description: string;
  readonly holds: (value: unknown) => boolean;
}

const isName = (value: unknown): boolean => typeof value === "string" && value !== "";
const isListOf = (holds: (item: unknown) => boolean) => (value: unknown) =>
  Array.isArray(value) && Array.from(value).every(holds);
const isObject = (value: unknown): boolean => typeof value === "object" && value !== null && !Array.isArray(value);

const flag: OptionType = { description: "true or false", holds: (value) => typeof value === "boolean" };
const fileName: OptionType = { description: "the name of a file", holds: isName };

/** The type that each option must have. Whether a verdict or an account's name is a valid one is checked with its value. */
const optionTypes: Readonly<Record<keyof AuditOptions, OptionType>> = {
  stacks: { description: "a list of stack names", holds: isListOf(isName) },
  allStacks: flag,
  stateFiles: { description: "a list of file names", holds: isListOf(isName) },
  expectationsFile: fileName,
  allServices: flag,
  services: { description: "a list of service SIDs", holds: isListOf((item) => typeof item === "string") },
  expectHosts: { description: "a list of hosts", holds: isListOf((item) => typeof item === "string") },
  accounts: {
    description: "a list of account names, undefined for the default account",
    holds: isListOf((item) => item === undefined || typeof item === "string"),
  },
  concurrency: {
    description: "a whole number from 1",
    holds: (value) => Number.isInteger(value) && (value as number) >= 1,
  },
  failOn: { description: "a list of verdicts and severities", holds: isListOf((item) => typeof item === "string") },
  rules: {
    description: '"recommended", "off" or an object of rules and their severities',
    holds: (value) => isObject(value) || value === "recommended" || value === "off",
  },
  reach: flag,
  showSecrets: flag,
  workDir: { description: "the name of a folder", holds: isName },
  environment: { description: "an object of environment variables", holds: isObject },
  signal: {
    description: "an AbortSignal",
    // Not by its class: a signal of a polyfill, or of another realm, is one too.
    holds: (value) => isObject(value) && typeof (value as Partial<AbortSignal>).addEventListener === "function",
  },
  onProgress: { description: "a function", holds: (value) => typeof value === "function" },
};

/**
 * Refuses options that the types would have refused: a misspelt one that is passed over would leave out what it asks
 * for.
 * @throws {InvalidInputError} for an unknown option, and for one of the wrong type.
 */
export function requireOptions(options: unknown): asserts options is AuditOptions {
  if (!isObject(options)) {
    throw new InvalidInputError("options", `the options of an audit must be an object, not ${kindOf(options)}`);
  }
  const names = Object.keys(optionTypes);
  for (const [name, value] of Object.entries(options as object)) {
    if (!Object.hasOwn(optionTypes, name)) {
      const hint = didYouMean(name, names) || `: the options are ${names.join(", ")}`;
      throw new InvalidInputError(name, `unknown option ${printableJson(name)}${hint}`);
    }
    const { description, holds } = optionTypes[name as keyof AuditOptions];
    if (value !== undefined && !holds(value)) {
      throw new InvalidInputError(name, `${name} must be ${description}${wrongPart(value, holds)}`);
    }
  }
}

/** `, not a string`; nothing if the kind of the value is not what is wrong. */
function wrongPart(value: unknown, holds: OptionType["holds"]): string {
  if (!Array.isArray(value)) {
    return typeof value === "number" ? `, not ${value}` : `, not ${kindOf(value)}`;
  }
  const index = value.findIndex((item) => !holds([item]));
  return index < 0 ? ", not a list" : `, but item ${index + 1} is ${kindOf(value[index])}`;
}
