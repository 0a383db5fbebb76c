// Tested by test/cli/twilio-webhooks.test.ts
import { fstatSync, writeSync } from "node:fs";
import type { OutputStream } from "./command-context";

/**
 * A standard stream that writes all of a text or tells of an error. Node.js writes to a file once and does not look at
 * how much of the text was written: on a disk that fills up, half of a report would count as written.
 */
export function wholeOutput(stream: NodeJS.WriteStream & { readonly fd: number }): OutputStream {
  if (stream.isTTY || !fstatSync(stream.fd).isFile()) {
    return stream;
  }
  return {
    write(text, done) {
      let error: Error | null = null;
      try {
        const bytes = Buffer.from(text);
        for (let written = 0; written < bytes.length;) {
          written += writeSync(stream.fd, bytes, written);
        }
      } catch (thrown) {
        error = thrown as Error;
      }
      done?.(error);
      return true;
    },
  };
}
