// Tested by test/cli/audit-command.test.ts
import { isInvalidInputError } from "../errors/invalid-input-error";
import { displayedLines } from "../text/displayed-text";
import { columnsOf, type CommandContext } from "./command-context";
import { readCommandLine } from "./command-line";
import { print, printOnly } from "./print";
import { UsageError } from "./usage-error";

/**
 * Runs the command.
 * @param args without the program's own name
 * @returns the exit code.
 */
export async function main(args: readonly string[], context: CommandContext): Promise<number> {
  const { stdout, stderr } = context;
  const printError = (text: string) => print(stderr, displayedLines(text).join("\n"));
  try {
    const { version } = require("pulumi-twilio-conversations/package.json") as { readonly version: string };
    const invocation = readCommandLine(args, version, columnsOf(stdout, context) ?? 80);
    switch (invocation.kind) {
      case "text":
        return await printOnly(invocation.text, context);
      case "usage":
        await printError(invocation.text);
        return 2;
      case "command":
        return await invocation.run(context);
    }
  } catch (error) {
    const isExpected = error instanceof UsageError || isInvalidInputError(error);
    const text = isExpected ? error.message : String((error as Error | undefined)?.stack ?? error);
    await printError(`error: ${text}\n${isExpected ? `See twilio-webhooks ${args[0] ?? ""} --help.\n` : ""}`);
    return 2;
  }
}
