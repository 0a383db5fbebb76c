// Tested by test/expectation/url-expectation.test.ts
import type { ReadableUrl, UnreadableUrl } from "./readable-url";

/** The parts in which two URLs can differ, in the order that they have in a URL. */
const parts: readonly (readonly [name: string, read: (url: ReadableUrl) => unknown])[] = [
  ["protocol", (url) => url.protocol],
  ["user name or password", (url) => url.userInfo],
  ["host", (url) => url.host],
  ["port", (url) => url.port],
  ["path", (url) => url.path],
  ["query", (url) => url.query],
  ["fragment", ({ tail }) => (tail.includes("#") ? tail.slice(tail.indexOf("#")) : undefined)],
];

/**
 * Why a URL does not equal an expected one, which is not the same string; undefined if it does.
 *
 * No difference is made by the case of scheme and host, the protocol's default port, one trailing dot of the host,
 * punycode for the same name, and `/` for an empty path. Nothing else is forgiven. Percent-encoding, dot segments and a
 * fragment may be handled differently by whoever reads them next, and an exact expectation is there to be exact.
 */
export function urlMismatch(
  expected: ReadableUrl | UnreadableUrl,
  found: ReadableUrl | UnreadableUrl,
): string | undefined {
  if (!found.isReadable) {
    return `the URL that was found ${found.because}`;
  }
  if (!expected.isReadable) {
    return `the expected URL ${expected.because}, and equals only itself`;
  }
  const different = parts.filter(([, read]) => read(expected) !== read(found)).map(([name]) => `the ${name}`);
  const last = different.pop();
  if (last === undefined) {
    return undefined;
  }
  return different.length === 0 ? `${last} differs` : `${different.join(", ")} and ${last} differ`;
}
