// Tested by test/output/sdk/mocked.test.ts
import * as pulumi from "@pulumi/pulumi";

/** Replaces each of a resource's own outputs by another one, but for those that every resource has. */
export function replaceOutputs(
  resource: object,
  replace: (output: pulumi.Output<unknown>) => pulumi.Output<unknown>,
): void {
  for (const [key, output] of Object.entries(resource)) {
    if (pulumi.Output.isInstance(output) && key !== "urn" && key !== "id") {
      Reflect.set(resource, key, replace(output));
    }
  }
}
