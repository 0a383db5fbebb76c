import type { DescribedCommand, DescribedOption } from "./described-command";

/** A completion script for bash 3.2 and later. */
export function bashScript(program: string, commands: readonly DescribedCommand[]): string {
  const name = `_${program.replaceAll("-", "_")}`;
  const firstWords = [...commands.map((command) => command.name), "--help", "--version"].join(" ");
  const wordsOf = ({ words, options }: DescribedCommand) => [...words, ...options.map(({ flag }) => flag)].join(" ");
  const branches = commands.map(
    (command) => `    ${command.name})
      case "$previous" in
${command.options.flatMap(optionBranch).join("")}      esac
      COMPREPLY=($(compgen -W "${wordsOf(command)}" -- "$current"))
      ;;`,
  );
  return `# bash completion for ${program}
${name}() {
  local current="\${COMP_WORDS[COMP_CWORD]}" previous="\${COMP_WORDS[COMP_CWORD - 1]}"
  COMPREPLY=()
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W "${firstWords}" -- "$current"))
    return
  fi
  case "\${COMP_WORDS[1]}" in
${branches.join("\n")}
  esac
}
complete -o filenames -F ${name} ${program}
`;
}

function optionBranch({ flag, takes }: DescribedOption): readonly string[] {
  if (takes === "nothing") {
    return [];
  }
  const reply =
    takes === "file"
      ? 'COMPREPLY=($(compgen -f -- "$current"))\n          return'
      : takes === "anything"
        ? "return"
        : `COMPREPLY=($(compgen -W "${takes.join(" ")}" -- "$current"))\n          return`;
  return [`        ${flag})\n          ${reply}\n          ;;\n`];
}
