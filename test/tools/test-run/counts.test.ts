import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { callEach } from "../support/call-module";

jest.setTimeout(60_000);

const counted = { passed: 3, failed: 0, skipped: 1 };

test("a run of Jest that fails counts as a failure, also where no test failed", () => {
  const calls = [
    [counted, 0],
    [{ ...counted, failed: 2 }, 1],
    [counted, 1],
    [null, 1],
    [null, null],
    [null, 0],
  ];
  expect(callEach("test-run/counts.mjs", "countsOfRun", calls)).toEqual([
    counted,
    { ...counted, failed: 2 },
    { ...counted, failed: 1 },
    { passed: 0, failed: 1, skipped: 0 },
    { passed: 0, failed: 1, skipped: 0 },
    { passed: 0, failed: 1, skipped: 0 },
  ]);
});

test("all counts are added up and closed with one plain line", () => {
  const all = [counted, { passed: 4, failed: 1, skipped: 0 }];
  expect(callEach("test-run/counts.mjs", "sum", [[all]])).toEqual([{ passed: 7, failed: 1, skipped: 1 }]);
  expect(callEach("test-run/counts.mjs", "closingLine", [[counted]])).toEqual(["3 passed, 0 failed, 1 skipped"]);
});

test("three tests run at once, more on a larger machine, and as many as the person says", () => {
  const calls: [string[], number][] = [
    [[], 2],
    [["test/request"], 16],
    [["-i"], 16],
    [["--runInBand"], 16],
    [["--maxWorkers=4"], 16],
    [["-w", "3"], 16],
    [["-w3"], 16],
    [["--watch"], 1],
  ];
  expect(callEach("test-run/jest-run.mjs", "workerArguments", calls)).toEqual([
    ["--maxWorkers=3"],
    ["--maxWorkers=8"],
    [],
    [],
    [],
    [],
    [],
    ["--maxWorkers=3"],
  ]);
});

test("the reporter counts what passed, failed and was skipped, and a suite that could not start as failed", () => {
  const folder = mkdtempSync(join(tmpdir(), "counted-"));
  const file = join(folder, "counts.json");
  try {
    writeFileSync(join(folder, "jest.config.js"), "module.exports = {};");
    writeFileSync(
      join(folder, "some.test.js"),
      `test("a", () => {}); test("b", () => {}); test("c", () => { throw new Error("c"); });
       test.skip("d", () => {}); test.todo("e");`,
    );
    writeFileSync(join(folder, "broken.test.js"), `require("./nowhere");`);
    const reporter = join(__dirname, "..", "..", "..", "tools", "test-run", "counting-reporter.mjs");
    const args = [require.resolve("jest/bin/jest"), `--reporters=${reporter}`, "--rootDir", folder];
    const env = { ...process.env, COUNTS_FILE: file };
    const run = spawnSync(process.execPath, args, { cwd: folder, env, encoding: "utf8" });
    expect(run.status).toBe(1);
    expect(existsSync(file)).toBe(true);
    expect(JSON.parse(readFileSync(file, "utf8"))).toEqual({ passed: 2, failed: 2, skipped: 2 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
