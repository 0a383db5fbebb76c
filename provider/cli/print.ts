// Tested by test/cli/twilio-webhooks.test.ts
import type { CommandContext, OutputStream } from "./command-context";
import { unwritten } from "./unwritten";

/**
 * Prints all of a text: a process that ends before would lose the rest.
 * @returns why it could not be printed, such as a full disk or a reader that has left; undefined if it was.
 */
export function print(stream: OutputStream, text: string): Promise<Error | undefined> {
  return new Promise((resolve) => {
    if (text === "") {
      resolve(undefined);
    } else {
      stream.write(text, (error) => resolve(error ?? undefined));
    }
  });
}

/**
 * Prints a text that is all a command has to say.
 * @returns the exit code.
 */
export async function printOnly(text: string, { stdout, stderr }: CommandContext): Promise<number> {
  const error = await print(stdout, text);
  if (error === undefined) {
    return 0;
  }
  await print(stderr, unwritten("the standard output", error));
  return 2;
}
