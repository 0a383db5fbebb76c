// Tested by test/output/gate/gate-input.test.ts
import * as pulumi from "@pulumi/pulumi";

/** An output of a value of which nothing is known; the SDK's own types have none for that. */
export function anyOutput(value: unknown): pulumi.OutputInstance<unknown> {
  return pulumi.output(value as pulumi.Input<object>);
}
