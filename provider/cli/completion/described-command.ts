import type { Command } from "commander";

/** An option, as far as completion goes. */
export interface DescribedOption {
  /** `--format` */
  readonly flag: string;
  readonly description: string;
  /** Its value: none, one of some words, a file, or anything. */
  readonly takes: "nothing" | "file" | "anything" | readonly string[];
}

/** A command, as far as completion goes. */
export interface DescribedCommand {
  readonly name: string;
  readonly description: string;
  readonly options: readonly DescribedOption[];
  /** The possible values of its argument. */
  readonly words: readonly string[];
}

/** The commands of a program. */
export function describeCommands(program: Command, shells: readonly string[]): readonly DescribedCommand[] {
  return program.commands.map((command) => ({
    name: command.name(),
    description: command.summary(),
    options: [
      ...command.options.map((option) => ({
        flag: option.long ?? option.flags,
        description: option.description,
        takes: option.required
          ? (option.argChoices ?? (option.flags.includes("<file>") ? "file" : "anything"))
          : "nothing",
      })),
      { flag: "--help", description: "show this help", takes: "nothing" as const },
    ] as readonly DescribedOption[],
    words: command.name() === "completion" ? shells : [],
  }));
}
