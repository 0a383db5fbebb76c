import * as pulumi from "@pulumi/pulumi";
import { InvalidInputError } from "../../errors/invalid-input-error";
import { asRunError } from "../../errors/run-error";
import { kindOf } from "../../text/kind-of";
import { didYouMean } from "../../text/did-you-mean";
import { printableJson } from "../../text/printable";

/** A table of the properties that an object of type `Args` can have, which the compiler checks. */
export type PropertiesOf<Args> = Readonly<Record<keyof Args, true>>;

/**
 * Reads the arguments of a constructor once, by the names of the properties that it knows. Nothing that a program gives
 * may be passed over: an `expect` that nobody reads is a gate that nobody closes. A copy of an object's own properties
 * would lose the getters of its class, and a misspelt property would be ignored.
 * @param name What the arguments are called in messages, if they are a part of others: `services.chat`.
 * @returns a plain object with the properties that are there, undefined ones among them
 * @throws {InvalidInputError} if they are not an object, or have a property that is not known.
 */
export function knownArguments<Args extends object>(
  args: unknown,
  properties: PropertiesOf<Args>,
  functionName: string,
  name?: string,
): Args {
  const known = Object.keys(properties);
  try {
    if (typeof args !== "object" || args === null || args instanceof Promise || pulumi.Output.isInstance(args)) {
      throw new InvalidInputError(name ?? "args", notAnObject(args, name));
    }
    const unknown = namesIn(args).find((key) => !known.includes(key));
    if (unknown !== undefined) {
      const hint = didYouMean(unknown, known) || `: known are ${known.join(", ")}`;
      throw new InvalidInputError(
        name === undefined ? unknown : `${name}.${unknown}`,
        name === undefined
          ? `unknown argument ${printableJson(unknown)}${hint}`
          : `${name} has an unknown property ${printableJson(unknown)}${hint}`,
      );
    }
  } catch (error) {
    throw asRunError(error, functionName);
  }
  return Object.fromEntries(known.flatMap((key) => (key in args ? [[key, Reflect.get(args, key)]] : []))) as Args;
}

function notAnObject(args: unknown, name: string | undefined): string {
  const subject = name === undefined ? "the arguments are" : `${name} is`;
  return pulumi.Output.isInstance(args) || args instanceof Promise
    ? `${subject} an output or a promise as a whole: pass an object, whose properties may be outputs`
    : `${name ?? "the arguments"} must be an object, but ${name === undefined ? "they are" : "it is"} ${kindOf(args)}`;
}

/** The names of an object's own properties, and of the getters of its class. */
export function namesIn(args: object): readonly string[] {
  const names = Object.keys(args);
  for (let made: object = args; ;) {
    const prototype = Reflect.getPrototypeOf(made);
    // The last one is that of all objects.
    if (prototype === null || Reflect.getPrototypeOf(prototype) === null) {
      return names;
    }
    const properties = Object.entries(Object.getOwnPropertyDescriptors(prototype));
    names.push(...properties.filter(([, { get }]) => get !== undefined).map(([key]) => key));
    made = prototype;
  }
}
