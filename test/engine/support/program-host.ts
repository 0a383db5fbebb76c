import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";

interface Answer {
  readonly port?: number;
  readonly error?: string;
}

let host: ChildProcess | undefined;
let last: Promise<unknown> = Promise.resolve();

/** Ends the process that runs the programs of this test file, if there is one. */
export async function endProgramHost(): Promise<void> {
  if (host?.exitCode === null && host.signalCode === null) {
    const ended = once(host, "exit");
    host.kill();
    await ended;
  }
  host = undefined;
}

/**
 * Has the program in a folder run by a process that serves all programs of this test file, one after another.
 *
 * @param command is given the arguments that make the CLI ask that process, instead of starting one for the program
 */
export function withProgramHost<T>(
  folder: string,
  env: Readonly<Record<string, string>>,
  command: (args: readonly string[]) => Promise<T>,
): Promise<T> {
  const turn = last.then(async () => {
    const { port, error } = await ask({ folder, env });
    if (port === undefined) {
      throw new Error(error);
    }
    try {
      return await command([`--client=127.0.0.1:${port}`, "--exec-kind=auto.inline"]);
    } finally {
      await ask({});
    }
  });
  last = turn.catch(() => undefined);
  return turn;
}

function ask(message: object): Promise<Answer> {
  if (host?.connected !== true) {
    host = fork(join(__dirname, "children", "run-programs.cjs"), { execArgv: [], stdio: "inherit" });
  }
  const child = host;
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      child.off("message", onMessage).off("exit", onExit);
      resolve(answer);
    };
    const onMessage = (answer: unknown) => settle(answer as Answer);
    const onExit = () => settle({ error: "The process that runs the programs has ended." });
    child.on("message", onMessage).on("exit", onExit);
    child.send(message);
  });
}
