// Tested by test/cli/audit-command.test.ts
import type { AuditProgress } from "../audit/audit-options";
import type { CommandContext } from "./command-context";
import { ProgressBar } from "./progress-bar";

/** Runs what reads, with a progress bar if the standard error is a terminal and nobody asked for quiet. */
export async function withProgress<Result>(
  { stderr, environment }: CommandContext,
  quiet: boolean,
  read: (onProgress: ((progress: AuditProgress) => void) | undefined) => Promise<Result>,
): Promise<Result> {
  const showsProgress = stderr.isTTY === true && !quiet && environment["TERM"] !== "dumb";
  const bar = showsProgress ? new ProgressBar(stderr) : undefined;
  try {
    return await read(bar && ((progress) => bar.show(progress)));
  } finally {
    bar?.clear();
  }
}
