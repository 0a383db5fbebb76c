// Tested by test/expectation/reading/frozen-copy.test.ts
import { kindOf } from "../../text/kind-of";

/** Why a value is not plain data. It follows the value's name: `expect.method is an object of class Date`. */
export interface NotPlain {
  readonly problem: string;
}

/** A plain object's own properties, undefined ones among them. */
export interface PlainObject {
  readonly entries: readonly (readonly [key: string, value: unknown])[];
}

/** A list without holes. */
export interface PlainList {
  readonly items: readonly unknown[];
}

const longestList = 1_000;

/** How many lists and objects of a valid expectation stand in one another: itself, a URL's conditions, and its pattern. */
export const deepestExpectation = 3;

/**
 * The own properties of a plain object. An instance of a class is refused: what its class adds to it, such as a getter
 * for one of the conditions, is none of its own properties, and would not be judged.
 */
export function readObject(value: object): PlainObject | NotPlain {
  return isPlainPrototype(Reflect.getPrototypeOf(value))
    ? { entries: Object.entries(value) }
    : { problem: `is ${kindOf(value)}, not plain data` };
}

/** The items of an array. A hole is refused, as is an array that has properties of its own. */
export function readList(value: readonly unknown[]): PlainList | NotPlain {
  if (value.length > longestList) {
    return { problem: `has more than ${longestList.toLocaleString("en-US")} items` };
  }
  const keys = Object.keys(value);
  if (keys.length < value.length) {
    return { problem: "has a hole in it" };
  }
  return keys.length > value.length
    ? { problem: "is a list with properties of its own, not plain data" }
    : { items: [...value] };
}

/** Plain objects of another realm (a worker, a virtual machine's context) have another `Object.prototype`. */
function isPlainPrototype(prototype: object | null): boolean {
  return (
    prototype === null ||
    (Reflect.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "propertyIsEnumerable"))
  );
}
