import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const gatesModule = pathToFileURL(join(__dirname, "..", "..", "..", "tools", "test-run", "gates.mjs")).href;

test("every gate is run, even after one that failed, and each is a line; a failure comes with its reason", () => {
  const script = `
    const { runGates } = await import("${gatesModule}");
    const gates = [
      { title: "first", run: async () => { throw new Error("the reason"); } },
      { title: "second", run: async () => {} },
    ];
    console.log(JSON.stringify(await runGates((line) => console.error(line), gates)));
  `;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], { encoding: "utf8" });
  expect(stderr).toBe("✕ first\nthe reason\n✓ second\n");
  expect(JSON.parse(stdout)).toEqual({ counts: { passed: 1, failed: 1, skipped: 0 }, failed: ["first"] });
});
