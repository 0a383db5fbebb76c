import type { OutputStream } from "./command-context";

/** Prints all of a text: a process that ends before would lose the rest. That nobody reads any more is no error. */
export function print(stream: OutputStream, text: string): Promise<void> {
  return new Promise((resolve) => {
    if (text === "") {
      resolve();
    } else {
      stream.write(text, () => resolve());
    }
  });
}
