// Tested by test/policy/recorded-services-policy.test.ts
/** A property's value, or why there is none yet. */
export type KnownProperty =
  | { readonly isKnown: true; readonly value: unknown }
  /** The reason is what Pulumi's policy SDK throws at what is not known in preview; thrown on, it becomes a note to the user. */
  | { readonly isKnown: false; readonly reason: unknown };

/** Reads a property as plain data, all of it: in preview, each part may not be known yet. */
export function knownProperty(properties: Readonly<Record<string, unknown>>, name: string): KnownProperty {
  try {
    return { isKnown: true, value: plainCopy(properties[name]) };
  } catch (reason) {
    return { isKnown: false, reason };
  }
}

function plainCopy(value: unknown): unknown {
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Array.isArray(value)
    ? Array.from(value, plainCopy)
    : Object.fromEntries(Object.entries(value).map(([key, part]) => [key, plainCopy(part)]));
}
