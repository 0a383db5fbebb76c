import { execFileSync } from "node:child_process";

/** The processes that a process has started, of those with this name in their command line. */
export function childrenOf(parent: number, name: string): number[] {
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  return lines.flatMap((line) => {
    const [, pid, ppid, args = ""] = /^ *(\d+) +(\d+) (.*)$/.exec(line) ?? [];
    return Number(ppid) === parent && args.includes(name) ? [Number(pid)] : [];
  });
}

export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

/** Waits for as long as the test may take. */
export async function until(isTrue: () => boolean): Promise<void> {
  while (!isTrue()) {
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
