import type { DescribedCommand, DescribedOption } from "./described-command";

/** A completion script for fish. */
export function fishScript(program: string, commands: readonly DescribedCommand[]): string {
  const lines = commands.flatMap((command) => {
    const within = `complete -c ${program} -n '__fish_seen_subcommand_from ${command.name}'`;
    return [
      `complete -c ${program} -n __fish_use_subcommand -f -a ${command.name} -d ${quoted(command.description)}`,
      ...command.options.map((option) => `${within} ${optionFlags(option)} -d ${quoted(option.description)}`),
      ...(command.words.length === 0 ? [] : [`${within} -f -a ${quoted(command.words.join(" "))}`]),
    ];
  });
  return [`# fish completion for ${program}`, ...lines, ""].join("\n");
}

function optionFlags({ flag, takes }: DescribedOption): string {
  const long = `-l ${flag.replace(/^--/, "")}`;
  if (takes === "nothing") {
    return `-f ${long}`;
  }
  return takes === "file"
    ? `-r -F ${long}`
    : takes === "anything"
      ? `-x ${long}`
      : `-x ${long} -a ${quoted(takes.join(" "))}`;
}

function quoted(text: string): string {
  return `'${text.replaceAll("\\", "\\\\").replaceAll("'", "\\'")}'`;
}
