const brandOf = (name: string): symbol => Symbol.for(`pulumi-twilio-conversations.${name}`);

/**
 * Marks an error class, so that its guard also knows the instances made by another copy of this package
 * (a component library may bring its own; `instanceof` would miss those).
 */
export function brand(errorClass: { prototype: object }, name: string): void {
  Object.defineProperty(errorClass.prototype, brandOf(name), { value: true });
  Object.defineProperty(errorClass.prototype, "name", { value: name, configurable: true, writable: true });
}

/** Whether `value` is an instance of the class marked with `name`, in whichever copy of the package. */
export function isBranded(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && (value as Record<symbol, unknown>)[brandOf(name)] === true;
}
