import * as pulumi from "@pulumi/pulumi";
import type { GateDecision } from "../../verdict/gate-decision";
import { replaceOutputs } from "./replace-outputs";

/** Whether a user's unit test answers for Pulumi's engine (`pulumi.runtime.setMocks`): then no request may leave. */
export function isMocked(): boolean {
  const monitor = pulumi.runtime.getMonitor();
  return monitor !== undefined && "mocks" in monitor;
}

/**
 * Makes a resource's outputs reject where the provider's `check`, which does not run in a unit test, would have stopped
 * the resource. Only who uses an output learns of it: outputs that nobody uses would fail the test as unhandled.
 */
export function rejectOnFailure(resource: object, decision: pulumi.Output<GateDecision>): void {
  const allowed = quiet(
    decision.apply(({ failure }) => {
      if (failure !== null) {
        throw new pulumi.RunError(failure);
      }
    }),
  );
  replaceOutputs(resource, (output) => quiet(pulumi.all([output, allowed]).apply(([value]) => value)));
}

/** Says of the promises inside an output that somebody will see to their rejection. */
function quiet<T>(output: pulumi.Output<T>): pulumi.Output<T> {
  const { isKnown } = output as { readonly isKnown?: Promise<boolean> };
  for (const promise of [isKnown, pulumi.isSecret(output)]) {
    promise?.catch(() => undefined);
  }
  return output;
}
