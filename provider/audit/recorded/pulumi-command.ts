// Tested by test/engine/audit/audit.test.ts
import { spawn } from "node:child_process";
import type { Environment } from "../../credentials/settings-source";

/** Where and how the Pulumi CLI runs. */
export interface PulumiCommandContext {
  readonly workDir: string;
  readonly environment: Environment;
  readonly signal: AbortSignal;
}

/** A command that failed. The message is what the CLI printed about it, or why it could not run. */
export class PulumiCommandError extends Error {}

const longestMessage = 600;

/**
 * Runs a `pulumi` command and gives back what it printed on its standard output, which stays in this process: it may
 * hold secrets.
 * @throws {PulumiCommandError} if it fails. An abort ends it and rejects with the signal's reason.
 */
export function runPulumi(args: readonly string[], context: PulumiCommandContext): Promise<string> {
  const { workDir, environment, signal } = context;
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const child = spawn("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: workDir,
      env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
      // Without a terminal nothing can wait for a passphrase.
      stdio: ["ignore", "pipe", "pipe"],
      windowsHide: true,
    });
    const printed: { readonly stdout: Buffer[]; readonly stderr: Buffer[] } = { stdout: [], stderr: [] };
    child.stdout.on("data", (chunk: Buffer) => printed.stdout.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => printed.stderr.push(chunk));
    const abort = () => {
      child.kill();
      reject(signal.reason as Error);
    };
    signal.addEventListener("abort", abort);
    const settle = (end: () => void) => {
      signal.removeEventListener("abort", abort);
      end();
    };
    child.on("error", (error: NodeJS.ErrnoException) =>
      settle(() => reject(new PulumiCommandError(startFailure(error)))),
    );
    child.on("close", (code) =>
      settle(() =>
        code === 0
          ? resolve(Buffer.concat(printed.stdout).toString("utf8"))
          : reject(new PulumiCommandError(messageFrom(Buffer.concat(printed.stderr).toString("utf8"), code))),
      ),
    );
  });
}

function startFailure({ code }: NodeJS.ErrnoException): string {
  return code === "ENOENT"
    ? "the Pulumi CLI was not found: put `pulumi` on the PATH"
    : `the Pulumi CLI could not be started (${code ?? "unknown error"})`;
}

function messageFrom(stderr: string, code: number | null): string {
  const lines = stderr
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith("warning:"));
  const text = lines.join("; ").replace(/^error: /, "");
  return text === "" ? `pulumi ended with exit code ${code ?? "unknown"}` : text.slice(0, longestMessage);
}
