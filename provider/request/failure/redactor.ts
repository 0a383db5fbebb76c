import { secretPlaceholder } from "../../text/secret-placeholder";

/** A user name and password, as HTTP Basic joins them. */
export interface SecretPair {
  readonly username: string;
  readonly password: string;
}

/**
 * Makes a function that takes the passwords out of a text: as they are, percent-encoded, escaped as in JSON, and in
 * base64, alone or joined to their user name as HTTP Basic sends them. For text that comes from outside: a server may
 * repeat what it was sent.
 */
export function redactor(pairs: readonly SecretPair[]): (text: string) => string {
  const forms = new Set(pairs.filter(({ password }) => password !== "").flatMap(formsOf));
  if (forms.size === 0) {
    return (text) => text;
  }
  // One pass over all forms, the longest first: the placeholder itself is never searched, and no form is left half replaced.
  const alternatives = [...forms].sort((a, b) => b.length - a.length).map(escapePattern);
  // In either case: a host name, or what else a server makes of it, may have lost the capitals.
  const pattern = new RegExp(alternatives.join("|"), "gi");
  return (text) => text.replace(pattern, secretPlaceholder);
}

function formsOf({ username, password }: SecretPair): string[] {
  return [
    password,
    JSON.stringify(password).slice(1, -1),
    ...percentForms(password),
    ...base64Forms(password),
    ...base64Forms(`${username}:${password}`),
  ];
}

function percentForms(text: string): string[] {
  // Half of a surrogate pair cannot be encoded; as bytes it is the replacement character.
  const wellFormed = text.replace(/\p{Cs}/gu, "\uFFFD");
  const encoded = encodeURIComponent(wellFormed);
  // RFC 3986 has five characters encoded that JavaScript leaves.
  const strict = encoded.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
  return [encoded, strict, encodeURI(wellFormed)];
}

function base64Forms(text: string): string[] {
  const bytes = Buffer.from(text, "utf8");
  const padded = bytes.toString("base64");
  return [padded, padded.replace(/=+$/, ""), bytes.toString("base64url"), encodeURIComponent(padded)];
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, "\\$&");
}
