// Tested by test/engine/automation/inline-program.test.ts
import * as pulumi from "@pulumi/pulumi";
import { isMocked } from "./mocked";

/**
 * Has the running program wait for a promise, as it does for Pulumi's own functions. An inline program (Automation API)
 * ends when no call of Pulumi's SDK is under way, and a read is none: without this the update would succeed while a gate
 * is still to be judged, and delete what the program was still to register.
 */
export function keepAlive<T>(promise: Promise<T>): Promise<T> {
  if (pulumi.runtime.getMonitor() === undefined || isMocked()) {
    // A script or a unit test, which nothing waits for.
    return promise;
  }
  const end = pulumi.runtime.rpcKeepAlive();
  // Its consequences come first: other resources, or a rejection that nobody handles.
  const settled = (): void => void setImmediate(end);
  promise.then(settled, settled);
  return promise;
}

/** The same for an output. */
export function keepOutputAlive<T extends pulumi.Output<unknown>>(output: T): T {
  keepAlive(pulumi.isSecret(output)).catch(() => undefined);
  return output;
}
