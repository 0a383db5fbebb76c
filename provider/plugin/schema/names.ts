// Tested by test/plugin/schema.test.ts
/** The name of the plugin's package. */
export const packageName = "twilio-conversations";

/** The token of a function, a resource or a type of the package. */
export function token(name: string): string {
  return `${packageName}:index:${name}`;
}

/** A type of the package's own, as a property refers to it. */
export function typeReference(name: string): { readonly $ref: string } {
  return { $ref: `#/types/${token(name)}` };
}
