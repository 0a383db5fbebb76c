import { parseBaseUrl } from "../credentials/base-url";
import type { Credentials } from "../credentials/credentials";
import { InvalidInputError } from "../errors/invalid-input-error";
import { parseUrl } from "../response/parse-url";

/**
 * The URL of `path` at the account's base URL, which may have a path itself.
 * @throws {ConfigurationError} where the credentials must not be sent there: plain HTTP to another machine.
 * @throws {InvalidInputError} for a path that would lead elsewhere than it reads: dots, a space, a line break.
 */
export function requestUrl({ baseUrl, account }: Credentials, path: string): URL {
  const text = parseBaseUrl(baseUrl, "the base URL", account) + path;
  const url = parseUrl(text);
  if (!/^\/(?!\/)/.test(path) || url?.href !== text) {
    throw new InvalidInputError("path", "the request's path must begin with one slash and be in its normal form");
  }
  return url;
}
