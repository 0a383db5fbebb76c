import { execFileSync } from "node:child_process";
import { run } from "./support/run";

/** What bash offers after these words. */
async function offered(...words: string[]): Promise<readonly string[]> {
  const { stdout: script } = await run(["completion", "bash"]);
  const call = `${script}
COMP_WORDS=(twilio-webhooks ${words.map((word) => `'${word}'`).join(" ")})
COMP_CWORD=${words.length}
_twilio_webhooks
printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync("bash", ["-c", call], { encoding: "utf8", cwd: __dirname }).trim().split("\n");
}

test("bash completes commands, options, their values and files", async () => {
  expect(await offered("")).toEqual([
    "audit",
    "explain",
    "snapshot",
    "record",
    "emulator",
    "completion",
    "--help",
    "--version",
  ]);
  expect(await offered("audit", "--all")).toEqual(["--all-stacks", "--all-services"]);
  expect(await offered("audit", "--format", "")).toEqual([
    "table",
    "json",
    "junit",
    "sarif",
    "markdown",
    "github",
    "html",
  ]);
  expect(await offered("audit", "--fail-on", "dr")).toEqual(["drifted"]);
  expect(await offered("audit", "--stack", "")).toEqual([""]);
  expect(await offered("audit", "--expectations", "completion")).toEqual(["completion.test.ts"]);
  expect(await offered("completion", "z")).toEqual(["zsh"]);
});

test.each(["bash", "zsh", "fish"])("the script for %s has every option", async (shell) => {
  const { code, stdout } = await run(["completion", shell]);
  expect(code).toBe(0);
  expect(stdout).toMatchSnapshot();
});
