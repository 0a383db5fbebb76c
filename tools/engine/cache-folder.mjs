import { createHash } from "node:crypto";
import { posix, win32 } from "node:path";

/**
 * The folder where this project keeps what it has made for this person, by the platform's own convention.
 *
 * @param {Record<string, string | undefined>} env
 * @param {NodeJS.Platform} platform
 * @param {string} home the person's home folder
 * @returns {string}
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function cacheFolder(env, platform, home) {
  const name = "pulumi-twilio-conversations";
  const { join } = platform === "win32" ? win32 : posix;
  const chosen = env["XDG_CACHE_HOME"];
  // The specification: a path that is not absolute is to be ignored.
  if (chosen !== undefined && (platform === "win32" ? win32 : posix).isAbsolute(chosen)) {
    return join(chosen, name);
  }
  if (platform === "win32") {
    return join(env["LOCALAPPDATA"] || join(home, "AppData", "Local"), name, "Cache");
  }
  return platform === "darwin" ? join(home, "Library", "Caches", name) : join(home, ".cache", name);
}

/**
 * The name of one folder inside the cache folder: another version, platform or recipe is another folder.
 *
 * @param {{ kind?: string, version: string, platform: string, architecture: string, recipe: readonly string[] }} parts
 *   the kind is `engine` if none is given
 * @returns {string}
 */
export function cacheKey({ kind = "engine", version, platform, architecture, recipe }) {
  const hash = createHash("sha256").update(JSON.stringify(recipe)).digest("hex").slice(0, 16);
  return `${kind}-${version}-${platform}-${architecture}-${hash}`;
}
