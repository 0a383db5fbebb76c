import type { Command } from "commander";
import { bashScript } from "./bash";
import { describeCommands } from "./described-command";
import { fishScript } from "./fish";
import { zshScript } from "./zsh";

/** The shells that there is a script for. */
export const shells = ["bash", "zsh", "fish"] as const;

/** One of them. */
export type Shell = (typeof shells)[number];

const scripts = { bash: bashScript, zsh: zshScript, fish: fishScript };

/** A script that completes a program's commands and options in a shell. */
export function completionScript(shell: Shell, program: Command): string {
  return scripts[shell](program.name(), describeCommands(program, shells));
}
