import { domainToASCII, domainToUnicode } from "node:url";
import { parseUrl } from "./parse-url";

const asciiName = /^[a-z0-9_-]+(?:\.[a-z0-9_-]+)*$/;
const dottedDecimal = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.|$)){4}$/;
// A client that follows the URL standard reads a host as an IPv4 address if its last label is one of these.
const numericLabel = /^(?:\d+|0x[0-9a-f]*)$/;
// German sharp s, Greek final sigma and the joiners: IDNA 2003 and IDNA 2008 lead them to different hosts.
const deviating = /[\u00df\u1e9e\u03c2\u200c\u200d]/;

/**
 * The one spelling of a host's name: lower case, punycode, no trailing dot. Undefined if HTTP clients could take it
 * for different hosts, or where it looks like another host than it leads to: percent-encoded, full-width or invisible
 * characters, other dots than the full stop, an IP address in any but its usual notation.
 */
export function canonicalHost(host: string): string | undefined {
  const isAscii = !/[^\x00-\x7f]/.test(host);
  const lower = isAscii ? host.toLowerCase() : host.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  if (lower.startsWith("[")) {
    return /^\[[0-9a-f:.]+\]$/.test(lower) && parseUrl(`http://${lower}/`)?.hostname === lower ? lower : undefined;
  }
  const name = lower.endsWith(".") ? lower.slice(0, -1) : lower;
  if (!isAscii) {
    return canonicalUnicodeHost(name);
  }
  if (!asciiName.test(name)) {
    return undefined;
  }
  if (numericLabel.test(name.slice(name.lastIndexOf(".") + 1))) {
    return dottedDecimal.test(name) ? name : undefined;
  }
  return !name.includes("xn--") || isPunycode(name) ? name : undefined;
}

function canonicalUnicodeHost(name: string): string | undefined {
  // A character whose lower case is an ASCII letter, such as the Kelvin sign, is a disguise.
  const disguised = [...name].some((character) => character > "\x7f" && /[\x00-\x7f]/.test(character.toLowerCase()));
  if (disguised || deviating.test(name)) {
    return undefined;
  }
  const ascii = domainToASCII(name);
  // A character that the conversion would change or drop is not there when it is converted back.
  return asciiName.test(ascii) && domainToUnicode(ascii) === name.toLowerCase().normalize("NFC") ? ascii : undefined;
}

function isPunycode(name: string): boolean {
  const unicode = domainToUnicode(name);
  return domainToASCII(name) === name && domainToASCII(unicode) === name && unicode !== name;
}
