import { main } from "./main";
import { wholeOutput } from "./whole-output";

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
// A reader may leave before the end: whoever writes is told, and without these the process would end at once.
for (const stream of [process.stdout, process.stderr]) {
  stream.on("error", () => {});
}

void main(process.argv.slice(2), {
  stdout: wholeOutput(process.stdout),
  stderr: wholeOutput(process.stderr),
  environment: process.env,
  workDir: process.cwd(),
  signal: stop.signal,
}).then(
  // At once: requests of a stopped audit would keep the process alive.
  (code) => process.exit(code === 130 && stoppedBy !== undefined ? exitCodes[stoppedBy] : code),
);
