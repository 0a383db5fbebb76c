import { kindOf } from "../../text/kind-of";

/** Why a value is not plain data. It follows the value's name: `expect.method is a Date`. */
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

/**
 * The own properties of an object that is plain data. Nothing of it is run: a getter is a problem, and so is whatever
 * JSON would lose, such as a hidden property, a symbol or a prototype.
 */
export function readObject(value: object): PlainObject | NotPlain {
  return guarded(() => {
    if (!isPlainPrototype(Reflect.getPrototypeOf(value))) {
      return { problem: `is ${kindOf(value)}, not plain data` };
    }
    const entries: [string, unknown][] = [];
    for (const key of Reflect.ownKeys(value)) {
      const property = Reflect.getOwnPropertyDescriptor(value, key);
      if (typeof key === "symbol" || property?.enumerable !== true || !("value" in property)) {
        return { problem: "has a symbol, a hidden property or a getter, and is not plain data" };
      }
      entries.push([key, property.value]);
    }
    return { entries };
  });
}

/** The items of an array that is plain data, likewise. */
export function readList(value: readonly unknown[]): PlainList | NotPlain {
  return guarded(() => {
    if (value.length > longestList) {
      return { problem: `has more than ${longestList.toLocaleString("en-US")} items` };
    }
    const items: unknown[] = [];
    for (let index = 0; index < value.length; index += 1) {
      const property = Reflect.getOwnPropertyDescriptor(value, String(index));
      if (property === undefined || !("value" in property)) {
        return { problem: "has a hole or a getter in it, and is not plain data" };
      }
      items.push(property.value);
    }
    // The items, and `length`.
    return Reflect.ownKeys(value).length === items.length + 1
      ? { items }
      : { problem: "is a list with properties of its own, and not plain data" };
  });
}

/** Plain objects of another realm (a worker, a virtual machine's context) have another `Object.prototype`. */
function isPlainPrototype(prototype: object | null): boolean {
  return (
    prototype === null ||
    (Reflect.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "propertyIsEnumerable"))
  );
}

/** A proxy can throw from anything that is asked of it. */
function guarded<Result>(read: () => Result): Result | NotPlain {
  try {
    return read();
  } catch {
    return { problem: "could not be read as plain data" };
  }
}
