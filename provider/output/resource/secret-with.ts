// Tested by test/engine/resource/inputs.test.ts
import * as pulumi from "@pulumi/pulumi";
import { replaceOutputs } from "../sdk/replace-outputs";

/**
 * Makes the outputs of an existing resource secret where its id is, which is the service's SID: the engine, which reads
 * them by the plain id, does not.
 */
export function secretWith(resource: object, id: pulumi.Input<pulumi.ID> | undefined): void {
  if (id !== undefined && typeof id !== "string") {
    const known = pulumi.output(id);
    replaceOutputs(resource, (output) => pulumi.all([output, known]).apply(([value]) => value));
  }
}
