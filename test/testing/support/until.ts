import type { TwilioEmulator } from "../../../provider/testing";

/** Waits for what the test cannot be told of; Jest's own timeout ends a wait in vain. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) {
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
}

/** Waits until the emulator has noticed that all its clients have gone. */
export function untilIdle(emulator: TwilioEmulator): Promise<void> {
  return until(() => {
    emulator.clearRequests();
    return emulator.mostConcurrentRequests === 0;
  });
}
