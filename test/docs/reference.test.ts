import { spawn } from "node:child_process";
import { join } from "node:path";
import { repository } from "./support/documents";

test("The reference is made without a warning: every public name and each of its properties is documented", async () => {
  const config = join(repository, "tools", "typedoc.config.mjs");
  const typedoc = join(repository, "node_modules", "typedoc", "bin", "typedoc");
  const printed: string[] = [];
  const code = await new Promise((resolve) => {
    const child = spawn(process.execPath, [typedoc, "--options", config, "--emit", "none"], { cwd: repository });
    child.stdout.on("data", (text: Buffer) => printed.push(text.toString()));
    child.stderr.on("data", (text: Buffer) => printed.push(text.toString()));
    child.on("close", resolve);
  });
  expect(printed.join("").replace(/\u001b\[\d+m/g, "")).not.toMatch(/warning|error/i);
  expect(code).toBe(0);
}, 120_000);
