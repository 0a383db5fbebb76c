import fc from "fast-check";
import { readUrl } from "../../provider/url/readable-url";

const pieces = fc.constantFrom(
  ..."abcxyzABCXYZ019._-~%@:/?#[]\\ &=;+*!\t\n\0éßοｅ。\u00ad\u200b\u202e",
  "https://",
  "http://",
  "HTTP:",
  "//",
  "..",
  "%2e",
  "%2F",
  "xn--",
  "xn--bcher-kva",
  "hooks.example.com",
  "evil.com",
  ":443",
  ":80",
  "[::1]",
  "127.0.0.1",
  "0x7f.1",
  "1",
  "bücher.example",
);
const oddUrl = fc
  .tuple(fc.constantFrom("https://", "http://", "HTTPS://", ""), fc.array(pieces, { maxLength: 12 }))
  .map(([start, rest]) => start + rest.join(""));

test("what is read of a URL is what Node's own HTTP client would use", () => {
  let readable = 0;
  fc.assert(
    fc.property(fc.oneof(oddUrl, fc.webUrl({ withFragments: true, withQueryParameters: true })), (text) => {
      const reading = readUrl(text);
      if (!reading.isReadable) {
        return;
      }
      readable += 1;
      const url = new URL(text);
      expect(`${reading.protocol}:`).toBe(url.protocol);
      expect(reading.host).toBe(url.hostname.replace(/\.$/, ""));
      expect(reading.port).toBe(Number(url.port || (url.protocol === "https:" ? 443 : 80)));
      expect(reading.query ? `?${escaped(reading.query)}` : "").toBe(escaped(url.search));
      if (!/(?:^|\/)(?:\.|%2e){1,2}(?:\/|$)/i.test(reading.path)) {
        expect(escaped(reading.path)).toBe(escaped(url.pathname));
      }
    }),
    { numRuns: 5_000 },
  );
  expect(readable).toBeGreaterThan(1_000);
});

test("a URL is read alike with its default port written out, which takes the long way, and without, which may take the short one", () => {
  let readable = 0;
  fc.assert(
    fc.property(fc.oneof(oddUrl, fc.webUrl({ validSchemes: ["http", "https"] })), (text) => {
      const [whole, start = "", site = "", tail = ""] =
        /^(https?:\/\/)([^/?#@:\\[\]]+)((?:[/?#].*)?)$/s.exec(text) ?? [];
      if (whole === undefined) {
        return;
      }
      const reading = readUrl(text);
      expect(reading).toEqual(readUrl(`${start}${site}${start === "http://" ? ":80" : ":443"}${tail}`));
      readable += reading.isReadable ? 1 : 0;
    }),
    { numRuns: 5_000 },
  );
  expect(readable).toBeGreaterThan(1_000);
});

/** The URL standard escapes some printable characters, and not the same ones in each part. */
function escaped(text: string): string {
  return text.replace(/['"<>`{}^|]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}
