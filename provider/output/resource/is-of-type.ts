// Tested by test/engine/gate/webhook-gate.test.ts
/**
 * Whether `value` is a resource of this type, whichever copy of Pulumi's SDK made it. The SDK for policies asks a class
 * with an object that has the type and nothing else.
 */
export function isOfType(value: unknown, type: string): boolean {
  return typeof value === "object" && value !== null && Reflect.get(value, "__pulumiType") === type;
}
