import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** What a finder printed, and the engine that it found. */
export interface Found {
  readonly code: number | null;
  readonly said: string;
  readonly engine: { source: string; pulumi: string; version: string; folders: string[] } | undefined;
}

export interface Running {
  readonly process: ChildProcess;
  readonly ended: Promise<Found>;
}

/** Does what `go build` does for the finder: it writes the program named after `-o`, and a line about itself. */
const fakeGo = `
while [ "$1" != "-o" ]; do shift; done
echo "$$ $2" >> "$GO_LOG"
if [ "$GO_FAILS" ]; then echo "$GO_FAILS" >&2; exit 1; fi
printf '#!/bin/sh\\n' > "$2"
/bin/chmod +x "$2"
if [ "$GO_STOPS_HALFWAY" ]; then exec /bin/sleep 60; fi
/bin/sleep "\${GO_TAKES:-0}"
echo 'test "$1" != version || echo v'"\${GO_MAKES:-3.230.0}" >> "$2"
`;

/** A machine as the finder sees it: a PATH, a home and a cache of the test's own. */
export class Machine {
  readonly folder = mkdtempSync(join(tmpdir(), "machine-"));
  readonly path = join(this.folder, "path");
  readonly cache = join(this.folder, "cache", "pulumi-twilio-conversations");
  private readonly goLog = join(this.folder, "go.log");

  constructor() {
    mkdirSync(this.path);
    writeFileSync(this.goLog, "");
  }

  /** Puts a program on PATH. */
  add(name: string, script: string): string {
    const file = join(this.path, name);
    writeFileSync(file, `#!/bin/sh\n${script}\n`, { mode: 0o755 });
    return file;
  }

  addPulumi(version: string): string {
    this.add("pulumi-language-nodejs", "exit 0");
    return this.add("pulumi", `echo v${version}`);
  }

  addGo(): void {
    this.add("go", fakeGo);
  }

  /** Each build so far: the process that did it, and the file that it wrote. */
  builds(): { pid: number; file: string }[] {
    const lines = readFileSync(this.goLog, "utf8").split("\n").filter(Boolean);
    return lines.map((line) => ({ pid: Number(line.split(" ")[0]), file: line.slice(line.indexOf(" ") + 1) }));
  }

  cached(): string[] {
    return readdirSync(this.cache);
  }

  get env(): Record<string, string> {
    return { PATH: this.path, HOME: this.folder, XDG_CACHE_HOME: join(this.folder, "cache"), GO_LOG: this.goLog };
  }

  start(env: Record<string, string> = {}): Running {
    const child = spawn(process.execPath, [join(__dirname, "find-engine.mjs")], {
      env: { ...this.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let stdout = "";
    let said = "";
    child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (said += text));
    const ended = new Promise<Found>((resolve) => {
      child.on("close", (code) => {
        resolve({ code, said, engine: stdout === "" ? undefined : (JSON.parse(stdout) as Found["engine"]) });
      });
    });
    return { process: child, ended };
  }

  find(env?: Record<string, string>): Promise<Found> {
    return this.start(env).ended;
  }

  /** Waits until a build is halfway. */
  async untilBuilding(): Promise<{ pid: number; file: string }> {
    for (;;) {
      const [build] = this.builds();
      if (build !== undefined) {
        return build;
      }
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}
