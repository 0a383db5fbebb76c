import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";

jest.setTimeout(120_000);

const finder = join(__dirname, "..", "..", "..", "tools", "browser", "find-browser.mjs");

test("the machine's own browser comes first, and one that does not start is passed over", () => {
  const folder = mkdtempSync(join(tmpdir(), "browsers-"));
  const browser = (name: string, script: string) => {
    writeFileSync(join(folder, name), `#!/bin/sh\n${script}\n`);
    chmodSync(join(folder, name), 0o755);
  };
  browser("google-chrome", "exit 1");
  browser("chromium", "echo Chromium 140.0.1");
  const PATH = [folder, dirname(process.execPath), "/bin"].join(delimiter);
  const { stdout } = spawnSync(process.execPath, [finder], { encoding: "utf8", env: { ...process.env, PATH } });
  expect(stdout).toBe(`${join(folder, "chromium")}\n`);
  rmSync(folder, { recursive: true, force: true });
});
