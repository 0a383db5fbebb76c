/** Plain data, and what it held at one time. */
interface Held<Data> {
  readonly data: Data;
  readonly keys: readonly string[];
  readonly values: readonly unknown[];
}

type PlainObject = Readonly<Record<string, unknown>>;

/** What plain data held at one time. Many thousand verdicts a second ask it whether that is still so. */
export class DataSnapshot {
  readonly #objects: Held<PlainObject>[] = [];
  readonly #lists: Held<readonly unknown[]>[] = [];

  constructor(data: object) {
    this.#keep(data);
  }

  /** Whether the data holds what it held. An equal part in the place of another one counts as a change. */
  get isCurrent(): boolean {
    return this.#objects.every(isSameObject) && this.#lists.every(isSameList);
  }

  #keep(data: object): void {
    const values: unknown[] = Object.values(data);
    if (Array.isArray(data)) {
      this.#lists.push({ data, keys: [], values });
    } else {
      this.#objects.push({ data: data as PlainObject, keys: Object.keys(data), values });
    }
    for (const value of values) {
      if (typeof value === "object" && value !== null) {
        this.#keep(value);
      }
    }
  }
}

function isSameObject({ data, keys, values }: Held<PlainObject>): boolean {
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

function isSameList({ data, values }: Held<readonly unknown[]>): boolean {
  return data.length === values.length && data.every((value, index) => value === values[index]);
}
