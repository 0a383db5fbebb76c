import { spawn } from "node:child_process";

/** How long a command that was interrupted may take to tidy up, in milliseconds. */
const patience = 20_000;

/** Runs commands one at a time, in the foreground as it were, and can interrupt the one that runs. */
export class PulumiProcess {
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #running;
  #interrupted = false;

  /**
   * @param {string} file
   * @param {string[]} args
   * @param {{ cwd: string, env: Record<string, string | undefined> }} options
   * @returns {Promise<number>} its exit code
   */
  run(file, args, options) {
    if (this.#interrupted) {
      return Promise.resolve(130);
    }
    return new Promise((resolve, reject) => {
      // In a process group of its own: a terminal sends Ctrl-C to the whole group, and a second interrupt would keep
      // Pulumi from tidying up. So it gets exactly one, from here.
      const child = spawn(file, args, {
        ...options,
        stdio: ["ignore", "inherit", "inherit"],
        detached: process.platform !== "win32",
      });
      this.#running = child;
      child.on("error", reject);
      child.on("close", (code) => {
        this.#running = undefined;
        resolve(code ?? 1);
      });
    });
  }

  /** @returns {Promise<void>} when the command that runs, if any, has ended */
  async interrupt() {
    this.#interrupted = true;
    const child = this.#running;
    if (child === undefined) {
      return;
    }
    await new Promise((resolve) => {
      const kill = setTimeout(() => child.kill("SIGKILL"), patience);
      child.once("close", () => {
        clearTimeout(kill);
        resolve(undefined);
      });
      child.kill("SIGINT");
    });
  }
}
