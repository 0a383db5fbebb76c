import { types } from "node:util";

type PlainObject = Readonly<Record<string, unknown>>;

/** An object, and what it held at one time. */
interface HeldObject {
  readonly data: PlainObject;
  readonly prototype: object | null;
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

/** The same of a list. */
interface HeldList {
  readonly data: readonly unknown[];
  readonly values: readonly unknown[];
}

/**
 * What plain data held at one time. Many thousand verdicts a second ask it whether that is still so. What leaves each
 * value as it was (a getter of the same one, a hidden property, a symbol, a name on a list) would be dear to see, and
 * changes no verdict: it does not see that.
 */
export class DataSnapshot {
  readonly #objects: HeldObject[] = [];
  readonly #lists: HeldList[] = [];
  #isPlain = true;

  constructor(data: object) {
    this.#keep(data);
  }

  /**
   * Whether the data holds what it held, and is as plain. An equal part in the place of another one counts as a change,
   * and of a proxy nobody can say: it may answer otherwise, and throw.
   */
  get isCurrent(): boolean {
    try {
      return this.#isPlain && this.#objects.every(isSameObject) && this.#lists.every(isSameList);
    } catch {
      // Something that throws when it is looked at has come into it.
      return false;
    }
  }

  #keep(data: object): void {
    if (types.isProxy(data)) {
      this.#isPlain = false;
      return;
    }
    const values: unknown[] = Object.values(data);
    // What is frozen stays as it is: it need not be looked at again.
    if (!Object.isFrozen(data)) {
      if (Array.isArray(data)) {
        this.#lists.push({ data, values });
      } else {
        const prototype = Reflect.getPrototypeOf(data);
        this.#objects.push({ data: data as PlainObject, prototype, keys: Object.keys(data), values });
      }
    }
    for (const value of values) {
      if (typeof value === "object" && value !== null) {
        this.#keep(value);
      }
    }
  }
}

function isSameObject({ data, prototype, keys, values }: HeldObject): boolean {
  if (Reflect.getPrototypeOf(data) !== prototype) {
    return false;
  }
  let index = 0;
  // The one loop over an object that makes no list of its keys.
  for (const key in data) {
    if (key !== keys[index] || data[key] !== values[index]) {
      return false;
    }
    index += 1;
  }
  return index === keys.length;
}

function isSameList({ data, values }: HeldList): boolean {
  if (data.length !== values.length) {
    return false;
  }
  // Not every(), which passes over holes.
  for (let index = 0; index < values.length; index += 1) {
    if (data[index] !== values[index]) {
      return false;
    }
  }
  return true;
}
