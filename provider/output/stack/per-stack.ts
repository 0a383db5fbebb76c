// Tested by test/output/stack/debug-lines.test.ts
import * as pulumi from "@pulumi/pulumi";

/**
 * A thing of which each running stack has one: several stacks in one process (Automation API) never meet each other's, and a
 * stack's own goes when it does. If no stack is running, each call makes one.
 */
export function perStack<Thing>(make: () => Thing): () => Thing {
  const things = new WeakMap<object, Thing>();
  return () => {
    const stack = pulumi.runtime.getStackResource();
    const thing = (stack && things.get(stack)) ?? make();
    if (stack !== undefined) {
      things.set(stack, thing);
    }
    return thing;
  };
}
