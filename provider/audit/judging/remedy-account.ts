// Tested by test/audit/remedy-account.test.ts
import { isSameSid } from "../../service-sid/same-sid";
import { shellWord } from "../../text/shell-word";

/** A profile of the Twilio CLI, as far as a command may name it. */
export interface TwilioProfile {
  readonly name: string;
  readonly accountSid: string;
}

/** The account at which a remedy's commands are to be run. */
export interface RemedyAccount {
  /** `account AC…`, `account eu (AC…)` */
  readonly label: string;
  /** Undefined if it is not known, or secret. */
  readonly accountSid: string | undefined;
  /** The profile whose credentials the audit uses, of whichever account; undefined if it uses none. */
  readonly profile: TwilioProfile | undefined;
}

const command = /^(\s*)(twilio api:\S+)/;

/**
 * The lines of a remedy, in which each Twilio CLI command says at which account it is to be run: by the profile if that is
 * the account's, else in words below it. By itself, the CLI goes to whatever its active profile is.
 */
export function atAccount(lines: readonly string[], account: RemedyAccount): readonly string[] {
  const { label, accountSid, profile } = account;
  const isProfiles = profile !== undefined && accountSid !== undefined && isSameSid(profile.accountSid, accountSid);
  return lines.flatMap((line) => {
    const [, indent] = command.exec(line) ?? [];
    if (indent === undefined) {
      return [line];
    }
    return isProfiles
      ? [
          line.replace(
            command,
            (_, start: string, words: string) => `${start}${words} --profile=${shellWord(profile.name)}`,
          ),
        ]
      : [line, `${indent}with the credentials of ${label}`];
  });
}
