import { main } from "../../../provider/cli/main";
import type { CommandContext, OutputStream } from "../../../provider/cli/command-context";

/** A stream that keeps what is written to it. */
export class KeptStream implements OutputStream {
  text = "";
  readonly isTTY: boolean;
  readonly columns: number | undefined;

  /** @param columns of the terminal that it plays; undefined: it is none */
  constructor(columns?: number) {
    this.isTTY = columns !== undefined;
    this.columns = columns;
  }

  write(text: string, done?: () => void): boolean {
    this.text += text;
    done?.();
    return true;
  }
}

export interface RunOptions {
  readonly workDir?: string;
  readonly environment?: Readonly<Record<string, string>>;
  readonly signal?: AbortSignal;
  /** The columns of the terminal; undefined: there is none. */
  readonly columns?: number;
  /** Where `--reach` looks. */
  readonly network?: CommandContext["network"];
}

export interface RunResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command in this process. */
export async function run(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  const {
    workDir = process.cwd(),
    environment = {},
    signal = new AbortController().signal,
    columns,
    network,
  } = options;
  const [stdout, stderr] = [new KeptStream(columns), new KeptStream(columns)];
  const code = await main(args, { stdout, stderr, workDir, environment, signal, network });
  return { code, stdout: stdout.text, stderr: stderr.text };
}
