import type { AddCommand } from "../command";
import { completionScript, shells, type Shell } from "../completion/completion-script";
import { printOnly } from "../print";

/** `twilio-webhooks completion` */
export const completionCommand: AddCommand = (program, commander, found) =>
  program
    .command("completion")
    .summary("print a completion script for a shell")
    .description(
      "Prints a script that completes this command's options. For bash: source <(twilio-webhooks completion bash)",
    )
    .addArgument(new commander.Argument("<shell>", "the shell").choices(shells))
    .action((shell: Shell) => found((context) => printOnly(completionScript(shell, program), context)));
