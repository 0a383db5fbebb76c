// Tested by test/cli/emulator-command.test.ts
import type { runEmulatorCommand } from "../../testing/emulator-command";
import type { AddCommand } from "../command";
import type { CommandContext } from "../command-context";

interface EmulatorFlags {
  readonly host?: string;
  readonly port?: number;
  readonly verbatim?: true;
}

const examples = `
Examples:
  $ npx -p pulumi-twilio-conversations twilio-webhooks emulator
  $ twilio-webhooks emulator --port 8080     the same variables after each start

Exit codes:
  0  it ran until Ctrl-C
  1  it could not start
  2  the command line is invalid`;

/** `twilio-webhooks emulator` */
export const emulatorCommand: AddCommand = (program, { Option, InvalidArgumentError }, found) =>
  program
    .command("emulator")
    .summary("run an emulator of Twilio's API on this machine")
    .description(
      "Runs an emulator of Twilio's webhook configurations with one service, until Ctrl-C. It prints the variables that " +
        "point a shell at it, and how to change the webhook. Nothing is sent to Twilio.",
    )
    .addOption(new Option("--host <host>", "localhost or a loopback address (default: 127.0.0.1)"))
    .addOption(
      new Option("--port <port>", "the port to listen on (default: a free one)").argParser((value) => {
        if (!/^\d{1,5}$/.test(value) || Number(value) > 65_535) {
          throw new InvalidArgumentError("It must be a number from 0 to 65535.");
        }
        return Number(value);
      }),
    )
    .addOption(
      new Option(
        "--verbatim",
        'store what a form sends as it is: an empty URL stays "", and a URL need not be absolute',
      ),
    )
    .addHelpText("after", examples)
    .action((flags: EmulatorFlags) => found((context) => emulate(flags, context)));

async function emulate({ host, port, verbatim }: EmulatorFlags, context: CommandContext): Promise<number> {
  const { stdout, stderr, signal } = context;
  // By its name: no other command loads the emulator.
  const testing = require("pulumi-twilio-conversations/testing") as {
    readonly runEmulatorCommand: typeof runEmulatorCommand;
  };
  const args = [
    ...(host === undefined ? [] : ["--host", host]),
    ...(port === undefined ? [] : ["--port", String(port)]),
    ...(verbatim === undefined ? [] : ["--verbatim"]),
  ];
  return testing.runEmulatorCommand(args, { stdout, stderr, signal });
}
