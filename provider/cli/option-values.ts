// Tested by test/cli/audit-command.test.ts
import type { Option } from "commander";
import { didYouMean } from "../text/did-you-mean";
import type { Commander } from "./command";

/** Readers of options' values, for commander's `argParser`. Each throws commander's error for a value that is wrong. */
export interface OptionValues {
  /** Collects the values of a repeatable option. */
  readonly collect: (value: string, before?: readonly string[]) => readonly string[];
  /** Collects the words of a repeatable option, each of which may also be a list with commas. */
  readonly oneOf: (allowed: readonly string[]) => (value: string, before?: readonly string[]) => readonly string[];
  /** Takes an option that must not be repeated: as a list of one. */
  readonly once: (value: string, before?: readonly string[]) => readonly string[];
  /** Reads a number of at least 1. */
  readonly wholeNumber: (value: string) => number;
}

/** The readers of options' values. */
export function optionValues({ InvalidArgumentError }: Commander): OptionValues {
  return {
    collect: (value, before = []) => [...before, value],
    oneOf:
      (allowed) =>
      (value, before = []) => {
        const values = value.split(",");
        for (const each of values) {
          if (!allowed.includes(each)) {
            throw new InvalidArgumentError(
              `Allowed values: ${allowed.join(", ")}${didYouMean(each, allowed, 2) || "."}`,
            );
          }
        }
        return [...before, ...values];
      },
    once: (value, before) => {
      if (before !== undefined) {
        throw new InvalidArgumentError("It can be given only once.");
      }
      return [value];
    },
    wholeNumber: (value) => {
      if (!/^[1-9]\d{0,5}$/.test(value)) {
        throw new InvalidArgumentError("It must be a whole number of at least 1.");
      }
      return Number(value);
    },
  };
}

/** Lists the possible values, for help and completion; the option keeps its own parser. */
export function withChoices(option: Option, choices: readonly string[]): Option {
  option.argChoices = [...choices];
  return option;
}
