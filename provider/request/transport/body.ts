// Tested by test/request/faults/limits.test.ts
import type { Readable } from "node:stream";
import { promisify } from "node:util";
import { brotliDecompress, gunzip, inflate, inflateRaw } from "node:zlib";

/** The longest body that is read, in bytes: a webhook configuration has less than a hundredth of it. */
export const bodyLimit = 1024 * 1024;

/** A body that cannot be taken. */
export class UnreadableBody extends Error {
  /** Follows "got": what came, never its content. */
  readonly got: string;

  constructor(got: string) {
    super(got);
    this.got = got;
  }
}

/**
 * Reads a body to its end, and stops at `limit` bytes.
 * @throws {UnreadableBody} for a longer one; what the stream fails of.
 */
export function readBytes(stream: Readable, limit: number): Promise<Buffer> {
  // By its events: the stream's iterator takes several times as long for the one chunk of a usual answer.
  return new Promise((resolve, reject) => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    stream.on("data", (chunk: Uint8Array) => {
      length += chunk.byteLength;
      chunks.push(chunk);
      if (length > limit) {
        // The connection with it: nobody wants the rest.
        stream.destroy();
        reject(tooLong(limit));
      }
    });
    stream.on("end", () => resolve(Buffer.concat(chunks, length)));
    stream.on("error", reject);
    stream.on("close", () => {
      if (!stream.readableEnded) {
        reject(Object.assign(new Error("the body ended early"), { code: "ERR_STREAM_PREMATURE_CLOSE" }));
      }
    });
  });
}

type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const gzip: Decompress = promisify(gunzip);
const zlib: Decompress = promisify(inflate);
const rawDeflate: Decompress = promisify(inflateRaw);
const brotli: Decompress = promisify(brotliDecompress);

/** The content codings that this package asks for. */
export const acceptedEncodings = "gzip, deflate, br";

/**
 * The body without its content coding. Strict where HTTP libraries are lenient: data that ends early or fails its
 * checksum is not an answer. The limit holds for what comes out, too, and nothing is made beyond it.
 * @throws {UnreadableBody}
 */
export async function decompress(bytes: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const name = encoding?.trim().toLowerCase() ?? "";
  if (name === "" || name === "identity") {
    return bytes;
  }
  const decode = decoderFor(name, bytes);
  if (decode === undefined) {
    throw new UnreadableBody(`a content coding other than ${acceptedEncodings}`);
  }
  try {
    return await decode(bytes, { maxOutputLength: limit });
  } catch (error) {
    switch ((error as NodeJS.ErrnoException).code) {
      case "ERR_BUFFER_TOO_LARGE":
        throw tooLong(limit);
      case "Z_BUF_ERROR":
        throw new UnreadableBody(`${name} data that ends early`);
      default:
        throw new UnreadableBody(`corrupt ${name} data`);
    }
  }
}

function decoderFor(name: string, bytes: Buffer): Decompress | undefined {
  switch (name) {
    case "gzip":
    case "x-gzip":
      return gzip;
    case "deflate":
      // Some servers leave the zlib wrapper out, whose first byte has 8 in its lower half.
      return ((bytes[0] ?? 0x08) & 0x0f) === 0x08 ? zlib : rawDeflate;
    case "br":
      return brotli;
    default:
      return undefined;
  }
}

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/**
 * The bytes as text. A byte order mark stays in: JSON must not have one.
 * @throws {UnreadableBody} for what is not UTF-8: replacing it would hand on another text than was sent.
 */
export function decodeText(bytes: Buffer): string {
  try {
    return utf8.decode(bytes);
  } catch {
    throw new UnreadableBody("a body that is not UTF-8");
  }
}

function tooLong(limit: number): UnreadableBody {
  return new UnreadableBody(`a body of more than ${limit} bytes`);
}
