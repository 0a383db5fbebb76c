// Tested by test/cli/plugin-installer.test.ts
import { main } from "./plugin-installer/main";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => stop.abort(new Error("stopped")));
}

void main(process.argv.slice(2), {
  stdout: process.stdout,
  stderr: process.stderr,
  environment: process.env,
  workDir: process.cwd(),
  signal: stop.signal,
}).then((code) => {
  process.exitCode = code;
});
