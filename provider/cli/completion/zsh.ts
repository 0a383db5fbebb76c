import type { DescribedCommand, DescribedOption } from "./described-command";

/** A completion script for zsh. */
export function zshScript(program: string, commands: readonly DescribedCommand[]): string {
  const name = `_${program.replaceAll("-", "_")}`;
  const branches = commands.map(
    (command) => `    ${command.name})
      _arguments \\
${[...command.options.map(optionSpec), ...argumentSpec(command)].map((spec) => `        ${spec}`).join(" \\\n")}
      ;;`,
  );
  return `#compdef ${program}
# zsh completion for ${program}
${name}() {
  if (( CURRENT == 2 )); then
    local -a commands=(${commands.map((command) => quoted(`${command.name}:${command.description}`)).join(" ")})
    _describe command commands
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT -= 1 ))
  case $command in
${branches.join("\n")}
  esac
}
if [ "$funcstack[1]" = "${name}" ]; then
  ${name} "$@"
else
  compdef ${name} ${program}
fi
`;
}

function optionSpec({ flag, description, takes }: DescribedOption): string {
  const text = `[${description.replace(/[[\]\\]/g, "\\$&").replaceAll(":", "\\:")}]`;
  if (takes === "nothing") {
    return quoted(`${flag}${text}`);
  }
  const action = takes === "file" ? ":file:_files" : takes === "anything" ? ":value: " : `:value:(${takes.join(" ")})`;
  return quoted(`${description.includes("(repeatable") ? "*" : ""}${flag}${text}${action}`);
}

function argumentSpec({ words }: DescribedCommand): readonly string[] {
  return words.length === 0 ? [] : [quoted(`1:value:(${words.join(" ")})`)];
}

function quoted(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`;
}
