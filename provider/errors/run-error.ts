import { isTwilioConversationsError } from "./twilio-conversations-error";

/**
 * Gives an error of this package the mark by which the CLI prints its message alone, as it does for `pulumi.RunError`,
 * and says in front which function failed. The class, and so its guard, stays.
 */
export function asRunError(error: unknown, functionName: string): unknown {
  if (isTwilioConversationsError(error) && !("__pulumiRunError" in error)) {
    const message = `${functionName}: ${error.message}`;
    error.stack = message;
    Object.defineProperties(error, {
      __pulumiRunError: { value: true },
      // The SDK writes the name of an input that waits for the value in front of the message, whichever is first: that
      // says nothing about the failure, and differs from run to run.
      message: { configurable: true, get: () => message, set: () => undefined },
    });
  }
  return error;
}
