// Tested by test/output/sdk/promise-or-output.test.ts
import type { Output } from "@pulumi/pulumi";

/**
 * The value of an output in a unit test: rejects if the output does, and if its value is not known (in a test that
 * runs as a preview).
 * @example
 * const chat = new ServiceWebhookConfiguration("chat", { chatServiceSid: exampleServiceSid });
 * const url = await outputValue(chat.postWebhookUrl);
 */
export function outputValue<T>(output: Output<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    // The promises inside an output reject one by one; one that nobody looks at would fail the test as unhandled.
    const { isKnown, isSecret } = output.apply(resolve) as unknown as Readonly<
      Record<"isKnown" | "isSecret", Promise<boolean>>
    >;
    isSecret.catch(reject);
    isKnown.then((known) => known || reject(new Error("the output's value is not known")), reject);
  });
}
