// Tested by test/cli/profile.test.ts
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Environment } from "../../credentials/settings-source";
import { printableJson } from "../../text/printable";

/** A profile of the Twilio CLI, with its key. */
export interface Profile {
  readonly name: string;
  readonly accountSid: string;
  readonly apiKey: string;
  readonly apiSecret: string;
  readonly region: string | undefined;
  readonly edge: string | undefined;
}

/** Why there is no such profile, or none that can be used. It holds no value of the file. */
export class ProfileError extends Error {}

/**
 * The file of the Twilio CLI's profiles: in the folder that its variable names, else where it puts it by itself; undefined
 * if nobody's home is known.
 * @see https://www.twilio.com/docs/twilio-cli/general-usage
 */
export function profilesFile(
  environment: Environment,
  platform: NodeJS.Platform = process.platform,
): string | undefined {
  const { TWILIO_CONFIG_DIR: folder, APPDATA: data, HOME: home, USERPROFILE: profile } = environment;
  if (folder) {
    return join(folder, "config.json");
  }
  if (platform === "win32" && data) {
    return join(data, "twilio-cli", "config.json");
  }
  const base = home || profile;
  return base ? join(base, ".twilio-cli", "config.json") : undefined;
}

/**
 * Reads a profile.
 * @param name undefined: the active one
 * @returns the profile; undefined if none is asked for by its name, and there is none.
 * @throws {ProfileError} if there is no such profile, or it cannot be used.
 */
export function readProfile(name: string | undefined, file: string | undefined): Profile | undefined {
  const config = readConfig(file, name !== undefined);
  if (config === undefined) {
    return undefined;
  }
  const profiles = recordOf(config["profiles"]);
  const older = (Array.isArray(config["projects"]) ? config["projects"] : []).map(recordOf);
  const chosen = name ?? textOf(config["activeProject"]) ?? textOf(older[0]?.["id"]);
  if (chosen === undefined) {
    return undefined;
  }
  const found = Object.hasOwn(profiles, chosen) ? recordOf(profiles[chosen]) : older.find(({ id }) => id === chosen);
  if (found === undefined) {
    if (name === undefined) {
      return undefined;
    }
    const names = [...Object.keys(profiles), ...older.flatMap(({ id }) => textOf(id) ?? [])].map(printableJson);
    throw new ProfileError(
      `the Twilio CLI has no profile ${printableJson(chosen)} in ${file}` +
        (names.length === 0 ? "" : `: it has ${names.slice(0, 20).join(", ")}`),
    );
  }
  return withKey(chosen, found, config, file);
}

function withKey(
  name: string,
  found: Readonly<Record<string, unknown>>,
  config: Readonly<Record<string, unknown>>,
  file: string | undefined,
): Profile {
  const [accountSid, apiKey, apiSecret] = [found["accountSid"], found["apiKey"], found["apiSecret"]].map(textOf);
  const label = `the Twilio CLI's profile ${printableJson(name)}`;
  if (apiKey === undefined || apiSecret === undefined) {
    throw new ProfileError(
      `${label} has no key in ${file}: older versions of the Twilio CLI keep it in the system's keychain. ` +
        "Make the profile again with a newer one (twilio profiles:create), or set the TWILIO_* variables",
    );
  }
  if (accountSid === undefined) {
    throw new ProfileError(`${label} has no account SID in ${file}`);
  }
  const edge = textOf(found["edge"]) ?? textOf(config["edge"]);
  return { name, accountSid, apiKey, apiSecret, region: textOf(found["region"]), edge };
}

function readConfig(file: string | undefined, isNeeded: boolean): Readonly<Record<string, unknown>> | undefined {
  if (file === undefined) {
    if (isNeeded) {
      throw new ProfileError("the folder of the Twilio CLI's profiles is not known: set TWILIO_CONFIG_DIR to it");
    }
    return undefined;
  }
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (!isNeeded && (code === "ENOENT" || code === "ENOTDIR")) {
      return undefined;
    }
    throw new ProfileError(`the Twilio CLI's profiles could not be read from ${file} (${code})`);
  }
  try {
    return recordOf(JSON.parse(text));
  } catch {
    throw new ProfileError(`${file}, which has the Twilio CLI's profiles, is not valid JSON`);
  }
}

function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
