import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { stripVTControlCharacters } from "node:util";

export interface CommandResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Both streams in the order in which they came, without colours. */
  readonly output: string;
}

/** The commands of one project: it can end those that still run. */
export class Commands {
  private readonly running = new Set<ChildProcess>();

  run(file: string, args: readonly string[], cwd: string, env: Record<string, string>): Promise<CommandResult> {
    return new Promise((resolve, reject) => {
      const child = spawn(file, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
      this.running.add(child);
      const printed = { stdout: "", stderr: "", output: "" };
      for (const name of ["stdout", "stderr"] as const) {
        child[name].setEncoding("utf8").on("data", (text: string) => {
          printed[name] += text;
          printed.output += text;
        });
      }
      child.on("error", (error) => {
        this.running.delete(child);
        reject(error);
      });
      child.on("close", (code) => {
        this.running.delete(child);
        resolve({
          code: code ?? -1,
          stdout: stripVTControlCharacters(printed.stdout),
          stderr: stripVTControlCharacters(printed.stderr),
          output: stripVTControlCharacters(printed.output),
        });
      });
    });
  }

  /** The engine ends its language host and its providers on an interrupt; one that hangs is killed. */
  async end(): Promise<void> {
    await Promise.all(
      [...this.running].map(
        (child) =>
          new Promise<void>((resolve) => {
            const kill = setTimeout(() => child.kill("SIGKILL"), 5000);
            child.once("close", () => {
              clearTimeout(kill);
              resolve();
            });
            child.kill("SIGINT");
          }),
      ),
    );
  }
}
