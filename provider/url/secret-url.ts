/**
 * Words that make a query parameter's value a secret if one of them stands in its name: `token`, `access_token`, `api-key`,
 * `sharedSecret`, `IDToken`.
 */
export const secretParameterWords = [
  "token",
  "key",
  "apikey",
  "signature",
  "sign",
  "sig",
  "hmac",
  "secret",
  "password",
  "passwd",
  "pwd",
  "pass",
  "passphrase",
  "passcode",
  "pin",
  "otp",
  "auth",
  "oauth",
  "authorization",
  "authentication",
  "authtoken",
  "accesstoken",
  "credential",
  "credentials",
  "cred",
  "creds",
  "jwt",
  "csrf",
  "xsrf",
  "bearer",
  "code",
  "session",
  "sessid",
  "cookie",
  "sas",
] as const;

const words: ReadonlySet<string> = new Set(secretParameterWords);

/** The words that say secret even inside a longer one: `clientsecret`, `tokenid`, but not `tokenize` and `secretary`. */
const runTogether =
  /token(?!i[sz][aei])|secret(?!ar)|password(?!less)|passwd|pwd$|passphrase|passcode|signature|hmac|jwt|[cx]srf|credential|creds$|auth$|sess(?:ion)?id/;

/** The words with which `key` and `pass`, run together, are secret: many others end in them (`monkey`, `compass`). */
const keyKinds =
  "access|account|admin|api|app|application|auth|basic|client|consumer|crypto|customer|db|deploy|developer|device|" +
  "encryption|functions?|hash|hook|host|http|integration|licen[cs]e|login|master|merchant|partner|pass|priv|private|" +
  "project|public|root|secret|secure|security|server|service|session|shared|sign|signing|site|smtp|storage|subscription|user|verification|verify|web|webhook";
/** The same for `code`. */
const codeKinds =
  "access|activation|auth|authorization|confirm|confirmation|functions?|invitation|invite|login|mfa|otp|reset|secret|" +
  "security|sms|verification|verify";
const compound = new RegExp(`^(?:(?:${keyKinds})+(?:key|pass)|(?:${codeKinds})code)s?$`);

/** A `code` of these is public: `country_code`, `zipCode`. */
const publicCodes: ReadonlySet<string> = new Set([
  "area",
  "bar",
  "country",
  "coupon",
  "currency",
  "dial",
  "dialling",
  "dialing",
  "discount",
  "error",
  "exit",
  "lang",
  "language",
  "locale",
  "post",
  "postal",
  "product",
  "promo",
  "promotion",
  "qr",
  "region",
  "response",
  "state",
  "status",
  "zip",
]);

const userInfo = /^(?:[a-z][a-z0-9+.-]*:)?[\\/]*[^\\/?#]*@/i;

/**
 * Whether a webhook URL carries something that a stranger must not read: a user name or password, or a parameter whose
 * name says secret (see {@link secretParameterWords}). A secret in the path cannot be told from a path.
 */
export function isSecretUrl(url: string): boolean {
  // Twilio's clean-up of a URL is not ours to guess: what a lenient reader would take as user info counts.
  const cleaned = url.replace(/[\s\p{Cc}]/gu, "");
  return userInfo.test(cleaned) || [...parameterNames(cleaned)].some(looksSecret);
}

/** The names in the query, the fragment and the path (`/call;jsessionid=…`), each once. */
function parameterNames(url: string): ReadonlySet<string> {
  const start = url.search(/[?#;]/);
  const pairs = start < 0 ? [] : url.slice(start + 1).split(/[?#&;]/);
  const names = new Set(pairs.map((pair) => pair.split("=", 1)[0] ?? ""));
  return new Set([...names].map(decode));
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function looksSecret(name: string): boolean {
  const separate = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    // An acronym before a word: `IDToken`.
    .replace(/([A-Z])([A-Z][a-z])/g, "$1 $2");
  return hasSecretWord(separate) || (separate !== name && hasSecretWord(name));
}

function hasSecretWord(name: string): boolean {
  const parts = name
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^a-z]+/);
  return parts.some((part, index) =>
    isCode(part)
      ? !publicCodes.has(parts[index - 1] ?? "")
      : words.has(part) || words.has(part.replace(/s$/, "")) || runTogether.test(part) || compound.test(part),
  );
}

function isCode(word: string): boolean {
  return word === "code" || word === "codes";
}
