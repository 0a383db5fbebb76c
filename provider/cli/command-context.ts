// Tested by test/cli/audit-command.test.ts
import type { TwilioProfile } from "../audit/judging/remedy-account";
import type { ReachNetwork } from "../reach/look-at-server";

/** The part of a standard stream that a command uses. */
export interface OutputStream {
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
  write(text: string, done?: (error?: Error | null) => void): boolean;
}

/** The part of its process that a command uses. */
export interface CommandContext {
  readonly stdout: OutputStream;
  readonly stderr: OutputStream;
  readonly environment: Readonly<Record<string, string | undefined>>;
  readonly workDir: string;
  /** Stops the command: it prints what it has found so far, and ends. */
  readonly signal: AbortSignal;
  /** The profile of the Twilio CLI whose credentials are in the environment. @default none */
  readonly profile?: TwilioProfile | undefined;
  /** For tests on one machine: the command itself has none. @default the internet */
  readonly network?: ReachNetwork | undefined;
}

/** Whether a stream gets colours: a terminal does, unless NO_COLOR is set; with FORCE_COLOR, any stream. */
export function hasColours(stream: OutputStream, { environment }: Pick<CommandContext, "environment">): boolean {
  if (environment["NO_COLOR"]) {
    return false;
  }
  const forced = environment["FORCE_COLOR"];
  if (forced !== undefined) {
    return forced !== "0" && forced !== "false";
  }
  return stream.isTTY === true && environment["TERM"] !== "dumb";
}

/** How many columns a line may have: those of the window, or what COLUMNS says; undefined: any number. */
export function columnsOf(
  stream: OutputStream,
  { environment }: Pick<CommandContext, "environment">,
): number | undefined {
  const given = Number(environment["COLUMNS"]);
  if (stream.isTTY === true && stream.columns !== undefined && stream.columns > 0) {
    return stream.columns;
  }
  return Number.isInteger(given) && given > 0 ? given : undefined;
}
