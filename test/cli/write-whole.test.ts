import { closeSync, mkdirSync, openSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeWhole } from "../../provider/cli/write-whole";
import { folderWith } from "../audit/support/folder";

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
