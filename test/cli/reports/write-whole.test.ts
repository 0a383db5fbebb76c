import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chmodSync,
  closeSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import promises from "node:fs/promises";
import { join } from "node:path";
import { requireWritable } from "../../../provider/cli/reports/require-targets";
import { writeWhole } from "../../../provider/cli/reports/write-whole";
import { folderWith } from "../../audit/support/folder";

// One whose pipe was taken away would wait for ever.
const readers: ChildProcess[] = [];
afterAll(() => readers.forEach((reader) => reader.kill("SIGKILL")));

test("whoever reads a file while it is written finds the old text or the new one, and never a part", async () => {
  const file = join(folderWith({ "report.json": "old" }), "report.json");
  const text = "new".repeat(3_000_000);
  let isDone = false;
  const written = writeWhole(file, text, 0o666).finally(() => (isDone = true));
  const found = new Set<number>();
  while (!isDone) {
    found.add(readFileSync(file).length);
    await new Promise((resolve) => setImmediate(resolve));
  }
  await written;
  found.add(readFileSync(file).length);
  expect([...found].sort((a, b) => a - b)).toEqual([3, text.length]);
});

test("whoever has the old file open keeps it", async () => {
  const file = join(folderWith({ "report.json": "old" }), "report.json");
  const reader = openSync(file, "r");
  await writeWhole(file, "new", 0o666);
  expect(readFileSync(reader, "utf8")).toBe("old");
  expect(readFileSync(file, "utf8")).toBe("new");
  closeSync(reader);
});

test("a file that cannot be written is as it was, and nothing is left beside it", async () => {
  const folder = folderWith();
  mkdirSync(join(folder, "report.json"));
  writeFileSync(join(folder, "report.json", "inside"), "");
  await expect(writeWhole(join(folder, "report.json"), "new", 0o666)).rejects.toThrow();
  expect(readdirSync(folder)).toEqual(["report.json"]);
  expect(readdirSync(join(folder, "report.json"))).toEqual(["inside"]);
});

test("a link stays, and what it leads to is written, also where that is not there yet", async () => {
  const folder = folderWith({ "reports/old.json": "old" });
  symlinkSync("reports/old.json", join(folder, "old"));
  symlinkSync("old", join(folder, "old-again"));
  symlinkSync(join(folder, "reports", "new.json"), join(folder, "new"));
  for (const name of ["old-again", "new"]) {
    await requireWritable(join(folder, name), name);
    await writeWhole(join(folder, name), `to ${name}`, 0o666);
    expect(lstatSync(join(folder, name)).isSymbolicLink()).toBe(true);
  }
  expect(readFileSync(join(folder, "reports", "old.json"), "utf8")).toBe("to old-again");
  expect(readFileSync(join(folder, "reports", "new.json"), "utf8")).toBe("to new");
  expect(readdirSync(join(folder, "reports")).sort()).toEqual(["new.json", "old.json"]);
});

// Not tried with /dev/null itself: where this fails, the machine would be without one.
test("a pipe or a device is written to, and no file takes its place", async () => {
  const folder = folderWith();
  const pipe = join(folder, "pipe");
  execFileSync("mkfifo", [pipe]);
  symlinkSync("pipe", join(folder, "link"));
  for (const name of ["pipe", "link"]) {
    const reader = spawn("cat", [pipe], { stdio: ["ignore", "pipe", "ignore"] });
    readers.push(reader);
    let read = "";
    reader.stdout.setEncoding("utf8").on("data", (text: string) => (read += text));
    const ended = once(reader, "close");
    await requireWritable(join(folder, name), name);
    await writeWhole(join(folder, name), `to ${name}`, 0o666);
    expect(lstatSync(pipe).isFIFO()).toBe(true);
    await ended;
    expect(read).toBe(`to ${name}`);
  }
  expect(readdirSync(folder).sort()).toEqual(["link", "pipe"]);
});

test("a folder that may not be written to is found out before there is anything to write", async () => {
  const folder = folderWith();
  chmodSync(folder, 0o555);
  if (process.getuid?.() === 0) {
    // Root may write anywhere: it is told what others are told.
    const refusal = Object.assign(new Error("permission denied"), { code: "EACCES" });
    jest.spyOn(promises, "access").mockRejectedValueOnce(refusal);
  }
  await expect(requireWritable(join(folder, "report.json"), "report.json")).rejects.toThrow(
    "report.json cannot be written: permission denied",
  );
  chmodSync(folder, 0o755);
});
