// Tested by test/expectation/findings.test.ts
/** Whether a value is an array; `Array.isArray` throws if it is a revoked proxy. */
export function isList(value: unknown): value is readonly unknown[] {
  try {
    return Array.isArray(value);
  } catch {
    return false;
  }
}

/**
 * The kind of a value, in words that follow "is" or "got": `a list`, `an object of class Date`. Never its content, which may
 * be a secret.
 */
export function kindOf(value: unknown): string {
  if (value === null || value === undefined) {
    return String(value);
  }
  if (typeof value === "object") {
    return isList(value) ? "a list" : `an object${instanceText(value)}`;
  }
  return value === "" ? "an empty string" : `a ${typeof value}`;
}

function instanceText(value: object): string {
  try {
    const prototype = Reflect.getPrototypeOf(value);
    const maker: unknown = prototype && Reflect.getOwnPropertyDescriptor(prototype, "constructor")?.value;
    const name = typeof maker === "function" ? Reflect.getOwnPropertyDescriptor(maker, "name")?.value : undefined;
    return typeof name === "string" && /^\w{1,40}$/.test(name) && name !== "Object" ? ` of class ${name}` : "";
  } catch {
    return "";
  }
}
