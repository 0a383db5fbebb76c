import { main } from "./main";

const stop = new AbortController();
const exitCodes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 } as const;
let stoppedBy: keyof typeof exitCodes | undefined;

for (const signal of Object.keys(exitCodes) as (keyof typeof exitCodes)[]) {
  process.on(signal, () => {
    // Whoever asks twice does not want to wait for a report.
    if (stoppedBy !== undefined) {
      process.exit(exitCodes[signal]);
    }
    stoppedBy = signal;
    stop.abort(new Error("stopped"));
  });
}
// The reader may leave before the end, as `head` does.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {});
}

const { stdout, stderr, env } = process;
void main(process.argv.slice(2), {
  stdout,
  stderr,
  environment: env,
  workDir: process.cwd(),
  signal: stop.signal,
}).then(
  // At once: what a stopped audit had under way would keep the process.
  (code) => process.exit(code === 130 && stoppedBy !== undefined ? exitCodes[stoppedBy] : code),
);
