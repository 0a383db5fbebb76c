import { readFile } from "node:fs/promises";

/**
 * The text of a file that the user gave. PowerShell's `>` writes UTF-16, so both encodings of it are understood.
 * @throws {Error} if it cannot be read; the message follows the file's name.
 */
export async function readTextFile(file: string, signal?: AbortSignal): Promise<string> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file, { signal });
  } catch (error) {
    signal?.throwIfAborted();
    const { code } = error as NodeJS.ErrnoException;
    const why: Readonly<Record<string, string>> = {
      ENOENT: "there is no such file",
      EISDIR: "it is a folder",
      EACCES: "permission denied",
    };
    // eslint-disable-next-line preserve-caught-error -- it would name the whole path once more
    throw new Error(`could not be read: ${why[code ?? ""] ?? code ?? "unknown error"}`);
  }
  const mark = bytes.subarray(0, 2).toString("hex");
  const text = new TextDecoder(mark === "fffe" ? "utf-16le" : mark === "feff" ? "utf-16be" : "utf-8").decode(bytes);
  return text.replace(/^\ufeff/, "");
}

/**
 * The JSON in a text.
 * @throws {Error} if it is not valid; the message follows the name of what it is in, and holds nothing of the text.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("is not valid JSON");
  }
}
