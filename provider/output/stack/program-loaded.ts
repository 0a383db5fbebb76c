// Tested by test/output/functions/assert-service-webhook-configuration.test.ts
import * as pulumi from "@pulumi/pulumi";

/**
 * Pulumi prints an error cleanly, and once, if it comes after the program has handed its outputs on. One that is thrown
 * before any request is too early for that and brings warnings of Node.js about late handlers with it. An answer from
 * the engine is what tells the one from the other: a timer would be a guess.
 */
export async function programLoaded(what: string): Promise<void> {
  const stack = pulumi.runtime.getStackResource();
  if (stack !== undefined) {
    await new Promise((resolve) => stack.urn.apply(resolve));
    await pulumi.log.debug(`${what} failed`);
  }
}
