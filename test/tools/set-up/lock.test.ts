import { spawn } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";

jest.setTimeout(60_000);

let folder: string;
let lock: string;
let file: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lock-"));
  lock = join(folder, "lock");
  file = join(folder, "number");
  writeFileSync(file, "0");
});

afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** @returns what it printed: a line for each second that it waited */
function count(staleAfter = 60_000): Promise<string> {
  const script = join(__dirname, "support", "count-under-lock.mjs");
  const child = spawn(process.execPath, [script, lock, file, String(staleAfter)]);
  let printed = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (printed += text));
  return new Promise((resolve, reject) => {
    child.on("close", (code) => (code === 0 ? resolve(printed) : reject(new Error(`exit code ${code}`))));
  });
}

/** Leaves a lock as another process would have. */
function leave(owner: string, secondsAgo = 0): void {
  mkdirSync(lock);
  writeFileSync(join(lock, "owner"), owner);
  const then = new Date(Date.now() - secondsAgo * 1000);
  utimesSync(lock, then, then);
}

/** A process that has ended: nobody has its number any more. */
function endedPid(): Promise<number> {
  const child = spawn(process.execPath, ["-e", ""]);
  return new Promise((resolve) => child.on("close", () => resolve(Number(child.pid))));
}

test("processes that count at the same time do not lose a count, and leave no lock behind", async () => {
  await Promise.all(Array.from({ length: 4 }, () => count()));
  expect(readFileSync(file, "utf8")).toBe("4");
  expect(readdirSync(folder)).toEqual(["number"]);
});

test("a lock whose owner has ended is taken over at once", async () => {
  leave(`${hostname()} ${await endedPid()} id`);
  expect(await count()).toBe("");
  expect(readdirSync(folder)).toEqual(["number"]);
});

test("a lock without a sign of life for long is taken over, whoever owns it", async () => {
  leave("another-host 1 id", 120);
  expect(await count()).toBe("");
  expect(readFileSync(file, "utf8")).toBe("1");
});

test("of several that find a stale lock each has its turn", async () => {
  leave(`${hostname()} ${await endedPid()} id`);
  await Promise.all(Array.from({ length: 4 }, () => count()));
  expect(readFileSync(file, "utf8")).toBe("4");
});

test("a lock that is alive is waited for", async () => {
  leave(`${hostname()} ${process.pid} id`);
  const counting = count();
  await new Promise((resolve) => setTimeout(resolve, 1500));
  expect(readFileSync(file, "utf8")).toBe("0");
  expect(existsSync(lock)).toBe(true);
  rmSync(lock, { recursive: true });
  expect(await counting).toContain("waiting");
  expect(readFileSync(file, "utf8")).toBe("1");
});
