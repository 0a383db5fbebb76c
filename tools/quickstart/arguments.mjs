export const usage = `Usage:
  npm run quickstart                  with Twilio played by an emulator on this machine
  npm run quickstart -- --live IS…    with your own service, reading only; credentials from the TWILIO_* environment
  npm run quickstart -- --language yaml|python|go
                                      a program in another language, by the provider plugin`;

/** @typedef {import("../languages/recipe.mjs").Language} Language */

/** @type {readonly Language[]} */
const languages = ["yaml", "python", "go"];

/**
 * @param {string[]} args
 * @returns {{ live?: string, language?: Language } | { problem: string }} the service to read at Twilio, and the language
 *   of the program, if any
 */
export function readArguments(args) {
  if (args.length === 0) {
    return {};
  }
  const [flag, value, ...others] = args.flatMap((each) => {
    const [, name, given] = /^(--live|--language)=(.*)$/.exec(each) ?? [];
    return name === undefined || given === undefined ? [each] : [name, given];
  });
  if (["--live", "--language"].includes(others[0] ?? "") && ["--live", "--language"].includes(flag ?? "")) {
    return {
      problem:
        "--live and --language do not go together: the programs in other languages expect the emulator's webhooks.",
    };
  }
  if (flag === "--language" && others.length === 0) {
    const language = languages.find((each) => each === value);
    return language === undefined ? { problem: `--language is one of ${languages.join(", ")}.` } : { language };
  }
  if (flag !== "--live" || others.length > 0) {
    return { problem: `These arguments are not known: ${args.join(" ")}` };
  }
  if (value === undefined || !/^IS[0-9a-fA-F]{32}$/.test(value)) {
    return { problem: "--live needs the SID of a Conversations service: IS and 32 hexadecimal digits." };
  }
  return { live: value };
}
