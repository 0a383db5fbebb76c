// Tested by test/request/client.test.ts
import { InvalidInputError } from "../errors/invalid-input-error";
import { parseUrl } from "../url/parse-url";

/**
 * The URL of `path` below `base`, an origin that may have a path itself, without a slash at its end.
 * @throws {InvalidInputError} for a path that would lead elsewhere than it reads: dots, a space, a line break.
 */
export function requestUrl(base: string, path: string): URL {
  const text = base + path;
  const url = parseUrl(text);
  if (!/^\/(?!\/)/.test(path) || url?.href !== text) {
    throw new InvalidInputError("path", "the request's path must begin with one slash and be in its normal form");
  }
  return url;
}
