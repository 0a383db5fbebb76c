// Tested by test/cli/twilio-webhooks.test.ts
import { displayedText } from "../text/displayed-text";

const reasons: Readonly<Record<string, string>> = {
  EACCES: "permission denied",
  EDQUOT: "the disk quota is used up",
  EFBIG: "the file would be too large",
  ENAMETOOLONG: "the name is too long",
  ENOENT: "there is no such folder",
  ENOSPC: "no space is left on the device",
  EPERM: "permission denied",
  EPIPE: "the reader has closed the pipe",
  EROFS: "the file system is read-only",
};

/** The line for the standard error about a report that was not written. */
export function unwritten(name: string, error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reason = code === undefined ? message : code in reasons ? `${reasons[code]} (${code})` : code;
  return `error: ${displayedText(name)} could not be written: ${displayedText(reason)}\n`;
}
