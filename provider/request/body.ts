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

/** Reads a body to its end, and stops at `limit` bytes. */
export async function readBytes(stream: AsyncIterable<Uint8Array>, limit: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop early destroys the stream, and the connection with it.
  for await (const chunk of stream) {
    length += chunk.byteLength;
    if (length > limit) {
      throw tooLong(limit);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}

type Decompress = (bytes: Buffer, options: { maxOutputLength: number }) => Promise<Buffer>;
const gzip: Decompress = promisify(gunzip);
const zlib: Decompress = promisify(inflate);
const rawDeflate: Decompress = promisify(inflateRaw);
const brotli: Decompress = promisify(brotliDecompress);

/** What this package asks servers for. */
export const acceptedEncodings = "gzip, deflate, br";

/**
 * The body without its content coding. Strict where HTTP libraries are lenient: data that ends early or fails its
 * checksum is no answer. The limit holds for what comes out, too, and nothing is made beyond it.
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

/**
 * The bytes as text. A byte order mark stays in: JSON must not have one.
 * @throws {UnreadableBody} for what is not UTF-8: replacing it would hand on another text than was sent.
 */
export function decodeText(bytes: Buffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new UnreadableBody("a body that is not UTF-8");
  }
}

function tooLong(limit: number): UnreadableBody {
  return new UnreadableBody(`a body of more than ${limit} bytes`);
}
