// Tested by test/cli/audit-command.test.ts
import type { AddCommand, Commander, RunCommand } from "./command";
import { auditCommand } from "./commands/audit";
import { completionCommand } from "./commands/completion";
import { emulatorCommand } from "./commands/emulator";
import { explainCommand } from "./commands/explain";
import { recordCommand } from "./commands/record";
import { snapshotCommand } from "./commands/snapshot";

/** The commands, in the order of the help: each has a file of its own. */
const commands: readonly AddCommand[] = [
  auditCommand,
  explainCommand,
  snapshotCommand,
  recordCommand,
  emulatorCommand,
  completionCommand,
];

/** A parsed command line. */
export type Invocation =
  | { readonly kind: "command"; readonly run: RunCommand }
  /** A text for the standard output. */
  | { readonly kind: "text"; readonly text: string }
  /** An error, or the usage, for the standard error. */
  | { readonly kind: "usage"; readonly text: string };

const footer = `
Run it as a script of package.json, or as:
  $ npx -p pulumi-twilio-conversations twilio-webhooks audit --stack dev
Without -p, npx runs any package named twilio-webhooks if this one is not installed.`;

/** Reads a command line, without the program's own name. */
export function readCommandLine(args: readonly string[], version: string, width: number): Invocation {
  const commander = require("#commander") as Commander;
  let run: RunCommand | undefined;
  let printed = "";
  const program = new commander.Command("twilio-webhooks")
    .description("Finds the webhooks of Twilio Conversations services that are not what they should be.")
    .version(version, "-V, --version", "show the version")
    .helpCommand("help [command]", "show the help of a command")
    .addHelpText("after", footer);
  const all = commands.map((add) => add(program, commander, (found) => (run = found)));
  for (const command of [program, ...all]) {
    const help = command === program ? program.name() : `${program.name()} ${command.name()}`;
    command
      .exitOverride()
      .helpOption("-h, --help", "show this help")
      .showHelpAfterError(`See ${help} --help.`)
      .configureOutput({
        writeOut: (text) => (printed += text),
        writeErr: (text) => (printed += text),
        getOutHelpWidth: () => width,
        getErrHelpWidth: () => width,
      });
  }
  try {
    program.parse(args, { from: "user" });
  } catch (error) {
    if (!(error instanceof commander.CommanderError)) {
      throw error;
    }
    return { kind: error.exitCode === 0 ? "text" : "usage", text: printed };
  }
  return run === undefined ? { kind: "usage", text: printed } : { kind: "command", run };
}
