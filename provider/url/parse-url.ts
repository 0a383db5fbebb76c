/**
 * The URL that a text is, resolved against `base` if it is relative; undefined if it is none.
 *
 * `URL.canParse` cannot tell: on Node 20 and 22 it turns false for names such as `münchen.example` once V8 has
 * compiled the call.
 * @see https://github.com/AikidoSec/firewall-node/pull/1086
 */
export function parseUrl(text: string, base?: URL): URL | undefined {
  try {
    return new URL(text, base);
  } catch {
    return undefined;
  }
}
