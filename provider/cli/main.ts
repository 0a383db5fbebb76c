import { isInvalidInputError } from "../errors/invalid-input-error";
import { runAudit } from "./audit-command";
import { readCommandLine } from "./command-line";
import { print } from "./print";
import { columnsOf, type CommandContext } from "./command-context";
import { UsageError } from "./usage-error";

/**
 * Runs the command.
 * @param args without the program's own name
 * @returns the exit code.
 */
export async function main(args: readonly string[], context: CommandContext): Promise<number> {
  const { stdout, stderr } = context;
  try {
    const { version } = require("pulumi-twilio-conversations/package.json") as { readonly version: string };
    const invocation = readCommandLine(args, version, columnsOf(stdout, context) ?? 80);
    switch (invocation.kind) {
      case "text":
        await print(stdout, invocation.text);
        return 0;
      case "usage":
        await print(stderr, invocation.text);
        return 2;
      case "audit":
        return await runAudit(invocation.request, context);
    }
  } catch (error) {
    const isExpected = error instanceof UsageError || isInvalidInputError(error);
    const text = isExpected ? error.message : String((error as Error | undefined)?.stack ?? error);
    await print(stderr, `error: ${text}\n${isExpected ? "See twilio-webhooks audit --help.\n" : ""}`);
    return 2;
  }
}
