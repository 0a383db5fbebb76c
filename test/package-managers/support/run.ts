import { Commands, type CommandResult } from "../../engine/support/command";

/**
 * Runs one command of a package manager to its end.
 *
 * @throws Error with what was printed, if it fails
 */
export async function run(
  file: string,
  args: readonly string[],
  cwd: string,
  env: Record<string, string>,
): Promise<CommandResult> {
  const result = await new Commands().run(file, args, cwd, env);
  if (result.code !== 0) {
    throw new Error(`${[file, ...args].join(" ")} exited with ${result.code}:\n${result.output}`);
  }
  return result;
}
