// Tested by test/cli/profile.test.ts
import type { Option } from "commander";
import { credentialKeys, endpointKeys, environmentSource } from "../../credentials/settings-source";
import { displayedText } from "../../text/displayed-text";
import type { Commander } from "../command";
import type { CommandContext } from "../command-context";
import { print } from "../print";
import { UsageError } from "../usage-error";
import { ProfileError, profilesFile, readProfile, type Profile } from "./read-profile";

/** The option that names a profile of the Twilio CLI. */
export function profileOption({ Option: OptionClass }: Commander): Option {
  return new OptionClass(
    "--profile <name>",
    "a profile of the Twilio CLI, whose credentials stand for the default account's in the environment",
  );
}

/**
 * The context with a profile's credentials in the environment: the profile that is named; or, if the environment has no
 * credential of the default account, the active one, which is then said on the standard error.
 * @param accounts the accounts that the command line names; undefined: none
 * @throws {UsageError} if a profile is named that is not there, or has no key.
 */
export async function withProfile(
  name: string | undefined,
  accounts: readonly string[] | undefined,
  context: CommandContext,
): Promise<CommandContext> {
  const { environment, stderr } = context;
  const source = environmentSource(undefined, environment);
  const hasOwn = credentialKeys.some((key) => source.get(key) !== undefined);
  const isDefaultUsed = accounts === undefined || accounts.includes("default");
  if (name === undefined && (hasOwn || !isDefaultUsed)) {
    return context;
  }
  const file = profilesFile(environment);
  try {
    const profile = readProfile(name, file);
    if (profile === undefined) {
      return context;
    }
    if (name === undefined) {
      const which = `profile ${displayedText(profile.name)} of the Twilio CLI (account ${displayedText(profile.accountSid)})`;
      await print(stderr, `The environment has no Twilio credentials: the active ${which} stands in for them.\n`);
    }
    const { name: profileName, accountSid } = profile;
    const known = { name: profileName, accountSid };
    return { ...context, environment: environmentOf(profile, environment, hasOwn), profile: known };
  } catch (error) {
    if (!(error instanceof ProfileError)) {
      throw error;
    }
    if (name !== undefined) {
      throw new UsageError(error.message);
    }
    await print(stderr, `warning: the environment has no Twilio credentials, and ${displayedText(error.message)}.\n`);
    return context;
  }
}

/** The environment with a profile's settings alone: none of them is completed with another one's. */
function environmentOf(
  { accountSid, apiKey, apiSecret, region, edge }: Profile,
  environment: CommandContext["environment"],
  hasOwn: boolean,
): CommandContext["environment"] {
  const { nameOf } = environmentSource(undefined, environment);
  // An address that was set for other credentials is not for these.
  const isOtherPlace = hasOwn || region !== undefined || edge !== undefined;
  const dropped = new Set([...credentialKeys, ...(isOtherPlace ? endpointKeys : [])].map(nameOf));
  const changed = Object.fromEntries(Object.entries(environment).filter(([name]) => !dropped.has(name)));
  const settings = {
    accountSid,
    apiKey,
    apiSecret,
    // The default region needs no edge.
    ...(region === undefined || (region === "us1" && edge === undefined) ? {} : { region }),
    ...(edge === undefined ? {} : { edge }),
  };
  for (const [key, value] of Object.entries(settings)) {
    changed[nameOf(key as keyof typeof settings)] = value;
  }
  return changed;
}
