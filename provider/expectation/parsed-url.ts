/**
 * What Node's own URL parser makes of a text; undefined where that is not an absolute URL. `URL.canParse` is no help:
 * in Node 20 and 22, once it has been called some thousand times, it calls every URL with an umlaut invalid.
 * @see https://github.com/AikidoSec/firewall-node/pull/1086
 */
export function parsedUrl(text: string): URL | undefined {
  try {
    return new URL(text);
  } catch {
    return undefined;
  }
}
