export const usage = `Usage:
  npm run quickstart                  with Twilio played by an emulator on this machine
  npm run quickstart -- --live IS…    with your own service, reading only; credentials from the TWILIO_* environment`;

/**
 * @param {string[]} args
 * @returns {{ live: string | undefined } | { problem: string }} the service to read at Twilio, if any
 */
export function readArguments(args) {
  if (args.length === 0) {
    return { live: undefined };
  }
  const [flag, sid, ...others] = args.flatMap((each) =>
    each.startsWith("--live=") ? ["--live", each.slice(7)] : [each],
  );
  if (flag !== "--live" || others.length > 0) {
    return { problem: `These arguments are not known: ${args.join(" ")}` };
  }
  if (sid === undefined || !/^IS[0-9a-fA-F]{32}$/.test(sid)) {
    return { problem: "--live needs the SID of a Conversations service: IS and 32 hexadecimal digits." };
  }
  return { live: sid };
}
