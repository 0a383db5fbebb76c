/**
 * Words that make a query parameter's value a secret, wherever they stand in its name: `token`, `access_token`,
 * `api-key`, `sharedSecret`.
 */
export const secretParameterWords = [
  "token",
  "key",
  "apikey",
  "signature",
  "sig",
  "hmac",
  "secret",
  "password",
  "passwd",
  "pwd",
  "pass",
  "passphrase",
  "auth",
  "authorization",
  "authtoken",
  "accesstoken",
  "credential",
  "credentials",
  "jwt",
  "bearer",
  "code",
  "session",
  "sas",
] as const;

const words: ReadonlySet<string> = new Set(secretParameterWords);
const userInfo = /^[a-z][a-z0-9+.-]*:[\\/]*[^\\/?#]*@/i;

/**
 * Whether a webhook URL carries something that must not be read by a stranger: a user name or password, or a query
 * parameter whose name has one of the {@link secretParameterWords}. A secret in the path cannot be told from a path.
 */
export function isSecretUrl(url: string): boolean {
  // Twilio's clean-up of a URL is not ours to guess: what a lenient reader would take as user info counts.
  const cleaned = url.replace(/[\s\p{Cc}]/gu, "");
  return userInfo.test(cleaned) || parameterNames(cleaned).some(looksSecret);
}

function parameterNames(url: string): string[] {
  const start = url.search(/[?#]/);
  return start < 0
    ? []
    : url
        .slice(start + 1)
        .split(/[?#&;]/)
        .map((pair) => decode(pair.split("=", 1)[0] ?? ""));
}

function decode(name: string): string {
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}

function looksSecret(name: string): boolean {
  const parts = name
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z]+/);
  return parts.some((part) => words.has(part) || words.has(part.replace(/s$/, "")));
}
