import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from "node:zlib";
import { isResponseFormatError } from "../../../provider/errors/response-format-error";
import { answer } from "../support/behaviours";
import { closeFaultServers, startFaultServer } from "../support/fault-server";
import { clientFor, closeClients, configured, failureOf, readConfiguration } from "../support/reading";

afterEach(async () => {
  closeClients();
  await closeFaultServers();
});

const text = Buffer.from(JSON.stringify(configured));
const codings: [name: string, header: string, compressed: Buffer][] = [
  ["gzip", "gzip", gzipSync(text)],
  ["gzip by its old name", "x-gzip", gzipSync(text)],
  ["gzip in capitals", "GZIP", gzipSync(text)],
  ["deflate", "deflate", deflateSync(text)],
  ["deflate without its wrapper", "deflate", deflateRawSync(text)],
  ["br", "br", brotliCompressSync(text)],
];

describe.each(codings)("an answer in %s", (_name, coding, compressed) => {
  const serve = (body: Buffer) => startFaultServer([answer({ body, headers: { "Content-Encoding": coding } })]);

  test("is read", async () => {
    const server = await serve(compressed);
    await expect(readConfiguration(clientFor(server.url))).resolves.toEqual(configured);
    expect(server.requests[0]?.headers["accept-encoding"]).toBe("gzip, deflate, br");
  });

  test.each([1, 9, 60])("that is %i bytes short is an error, although its length was as announced", async (missing) => {
    const server = await serve(compressed.subarray(0, -missing));
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isResponseFormatError(error)).toBe(true);
    expect(String(error)).toMatch(/got (?:corrupt|\S+ data that ends early)/);
    expect(server.requests).toHaveLength(1);
  });

  test("that is corrupt is an error, and not asked for again", async () => {
    const corrupt = Buffer.from(compressed);
    const middle = Math.floor(compressed.length / 2);
    corrupt.fill(0xff, middle - 10, middle + 10);
    const server = await serve(corrupt);
    const error = await failureOf(readConfiguration(clientFor(server.url)));
    expect(isResponseFormatError(error)).toBe(true);
    expect(server.requests).toHaveLength(1);
  });
});

test("gzip whose checksum does not agree is an error, although the JSON in it is whole", async () => {
  const compressed = gzipSync(text);
  compressed[compressed.length - 8]! ^= 1;
  const server = await startFaultServer([answer({ body: compressed, headers: { "Content-Encoding": "gzip" } })]);
  const error = await failureOf(readConfiguration(clientFor(server.url)));
  expect(String(error)).toContain("got corrupt gzip data");
});

test("a content coding that was not asked for is an error that names the ones that were", async () => {
  const server = await startFaultServer([answer({ body: text, headers: { "Content-Encoding": "zstd" } })]);
  const error = await failureOf(readConfiguration(clientFor(server.url)));
  expect(isResponseFormatError(error)).toBe(true);
  expect(String(error)).toContain("a content coding other than gzip, deflate, br");
});
