import type { Command } from "commander";
import type { CommandContext } from "./command-context";

/** Commander's module: it is loaded by the command alone. */
export type Commander = typeof import("commander");

/** Runs a command; resolves to the exit code. */
export type RunCommand = (context: CommandContext) => Promise<number>;

/**
 * Adds a command to the program. Its action does not run it: it hands on how to, once the whole command line is known
 * to be valid.
 */
export type AddCommand = (program: Command, commander: Commander, found: (run: RunCommand) => void) => Command;
