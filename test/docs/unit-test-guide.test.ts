import { spawn } from "node:child_process";
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readDocument, repository } from "./support/documents";

const folder = join(repository, "test", ".work", "unit-test-guide");

afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("The unit tests in the guide run with the guide's own Jest settings, and pass", async () => {
  const files = readDocument("docs/guides/unit-tests.md").blocks.filter(({ notes }) => notes["file"] !== undefined);
  mkdirSync(folder, { recursive: true });
  files.forEach(({ notes, text }) => writeFileSync(join(folder, notes["file"] ?? ""), text));
  const jest = join(repository, "node_modules", "jest", "bin", "jest.js");
  let printed = "";
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [jest, "--rootDir", folder, "--config", join(folder, "jest.config.js")], {
      cwd: folder,
    });
    child.stderr.on("data", (text: Buffer) => (printed += text.toString()));
    child.on("close", resolve);
  });
  expect(printed).toMatch(/Tests: +4 passed, 4 total/);
  expect(code).toBe(0);
}, 120_000);
