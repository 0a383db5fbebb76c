import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How a program of its own process went. */
export interface ChildResult {
  /** Whether all its reads succeeded. */
  readonly all: boolean;
  /** The first read's error. */
  readonly error: string | null;
  /** How long it lived on after its reads were done, in milliseconds. */
  readonly lingered: number;
  readonly stderr: string;
}

const folder = mkdtempSync(join(tmpdir(), "read-in-a-child-"));
let program: string | undefined;

/** Removes what {@link runRead} has built. */
export function removeChild(): void {
  rmSync(folder, { recursive: true, force: true });
}

/** Runs `children/read.ts` in a process of its own, whose environment has these variables and no proxy's. */
export async function runRead(variables: Readonly<Record<string, string>>): Promise<ChildResult> {
  program ??= bundle();
  const inherited = Object.entries(process.env).filter(([name]) => !/proxy|NODE_/i.test(name));
  const child = spawn(process.execPath, [program], { env: { ...Object.fromEntries(inherited), ...variables } });
  let stdout = "";
  let stderr = "";
  let done = 0;
  child.stdout.on("data", (chunk: Buffer) => {
    done = performance.now();
    stdout += chunk.toString();
  });
  child.stderr.on("data", (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  const killer = setTimeout(() => child.kill("SIGKILL"), 30_000);
  await new Promise((resolve) => child.on("exit", resolve));
  clearTimeout(killer);
  return { ...(JSON.parse(stdout || "{}") as ChildResult), lingered: performance.now() - done, stderr };
}

function bundle(): string {
  const outfile = join(folder, "read.cjs");
  const entryPoints = [join(__dirname, "children", "read.ts")];
  const options = { entryPoints, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "warning" };
  // In a process of its own: esbuild does not work within Jest's environment.
  const build = `require(${JSON.stringify(require.resolve("esbuild"))}).buildSync(${JSON.stringify(options)})`;
  execFileSync(process.execPath, ["-e", build], { stdio: "inherit" });
  return outfile;
}
