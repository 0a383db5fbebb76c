import { domainToUnicode } from "node:url";
import type { Json } from "../text/printable";

/**
 * Whether one of the secrets stands in a value that is to be shown, in whichever spelling: what makes no difference when
 * URLs are compared, such as case, a default port, punycode or percent-encoding, hides no secret.
 */
export function hasSecret(found: Json, secrets: readonly string[]): boolean {
  const texts = [found].flat().filter((text) => typeof text === "string");
  if (secrets.length === 0 || texts.length === 0) {
    return false;
  }
  const hidden = secrets.flatMap(partsOf).flatMap(spellings);
  return texts.flatMap(spellings).some((text) => hidden.some((secret) => secret !== "" && text.includes(secret)));
}

/** A secret, and what is left of it without the star of a pattern, a host's last dot and a port. */
function partsOf(secret: string): readonly string[] {
  const name = secret.replace(/^\*(?=\.)|\/\*$/g, "").replace(/\.?(?::\d+)?$/, "");
  // A dot or a slash alone stands in every URL.
  return /[^./]/.test(name) ? [secret, name.replace(/^\./, "")] : [secret];
}

/** As it is; and as plain as it gets, as a whole and without what does not tell one URL from another. */
function spellings(text: string): readonly string[] {
  const plain = decoded(text)
    .normalize("NFKC")
    .replace(/[\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]/gu, "")
    .toLowerCase()
    .replace(/xn--[a-z0-9-]+/g, (label) => domainToUnicode(label) || label);
  return [text, plain, plain.replace(/^https?:\/\/(?:[^/?#]*@)?([^/?#:]*?)\.?(?::\d*)?(?=[/?#]|$)/, "$1")];
}

function decoded(text: string): string {
  let plain = text;
  for (let times = 0; times < 5 && plain.includes("%"); times += 1) {
    plain = plain.replace(/(?:%[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll("%", ""), "hex").toString());
  }
  return plain;
}
