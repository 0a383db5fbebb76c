// Tested by test/plugin/resource.test.ts
import { isDeepStrictEqual } from "node:util";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { notYetKnown } from "../../expectation/reading/not-yet-known";
import { recordedProperties, type RecordedProperty } from "../../recording/recorded-properties";
import { didYouMean } from "../../text/did-you-mean";
import { printableJson } from "../../text/printable";
import { hasUnknown, type EngineValue, type ValuePath } from "../wire/engine-value";
import { resourceInputProperties } from "./resource-schema";

type Properties = Readonly<Record<string, unknown>>;

/** The inputs of a resource, as far as they are known. */
export interface ResourceInputs {
  readonly chatServiceSid: unknown;
  readonly expect: unknown;
  readonly rules: unknown;
  readonly enforcement: unknown;
  /** Whether something that this resource waits for is not known yet, or the SID itself. */
  readonly isDeferred: boolean;
  /** The values that `ignoreChanges` keeps, by their property: they are handed on instead of the live ones. */
  readonly kept: Readonly<Partial<Record<RecordedProperty, unknown>>>;
  /** Whether all of an input is secret. */
  isSecret(input: string): boolean;
  /** Where secrets are within `expect` or `rules`. */
  secretPathsIn(input: "expect" | "rules"): readonly ValuePath[];
}

const known = Object.keys(resourceInputProperties);

/**
 * Reads what the engine sent as a resource's inputs.
 * @param recorded the inputs of before: with `ignoreChanges`, the engine hands on what is recorded
 * @throws {InvalidInputError} for a property that the resource does not have: a misspelt one would judge nothing. Also for
 * a value of what is read that is not the recorded one: it would be recorded as if Twilio had it.
 */
export function readInputs({ value, secretPaths }: EngineValue, recorded: Properties): ResourceInputs {
  const given = value as Properties;
  for (const key of Object.keys(given)) {
    if ((recordedProperties as readonly string[]).includes(key)) {
      if (!(key in recorded) || !isDeepStrictEqual(given[key], recorded[key])) {
        throw new InvalidInputError(
          key,
          `${key} is read from Twilio: it cannot be given, and no transform can change it`,
        );
      }
    } else if (!known.includes(key)) {
      const hint = didYouMean(key, known) || `: known are ${known.join(", ")}`;
      throw new InvalidInputError(key, `unknown property ${printableJson(key)}${hint}`);
    }
  }
  return {
    chatServiceSid: given["chatServiceSid"],
    expect: given["expect"],
    rules: given["rules"],
    enforcement: given["enforcement"],
    isDeferred: given["chatServiceSid"] === notYetKnown || hasUnknown(given["after"]),
    kept: Object.fromEntries(recordedProperties.filter((key) => key in given).map((key) => [key, given[key]])),
    isSecret: (input) =>
      secretPaths.some(([first, ...rest]) => first === undefined || (first === input && rest.length === 0)),
    secretPathsIn: (input) =>
      secretPaths.filter(([first]) => first === undefined || first === input).map((path) => path.slice(1)),
  };
}
