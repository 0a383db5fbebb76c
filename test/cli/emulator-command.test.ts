import { execFileSync, spawn } from "node:child_process";
import { join } from "node:path";
import { run } from "./support/run";

const command = join(__dirname, "..", "..", "provider", "bin", "twilio-webhooks.js");

test("the package's command runs the emulator until Ctrl-C, and explains its service with the variables it prints", async () => {
  const child = spawn(process.execPath, [command, "emulator"], { stdio: ["ignore", "pipe", "pipe"] });
  const exit = new Promise<number | null>((resolve) => child.once("exit", resolve));
  let said = "";
  for await (const chunk of child.stdout) {
    said += String(chunk);
    if (said.includes("Ctrl-C")) {
      break;
    }
  }
  const variables = [...said.matchAll(/export (\w+)='([^']*)'/g)].map(([, name = "", value = ""]) => [name, value]);
  const sid = /service (IS[0-9a-f]{32})/.exec(said)?.[1] ?? "";
  const env = { ...process.env, ...(Object.fromEntries(variables) as Record<string, string>) };
  const args = [command, "explain", sid, "--fail-on", "none"];
  expect(execFileSync(process.execPath, args, { env, encoding: "utf8" })).toMatch(
    /onMessageRemove +pre +POST https:\/\/www\.example\.com\/pre/,
  );
  child.kill("SIGINT");
  expect(await exit).toBe(0);
}, 30_000);

test("it starts on the host and port of its options, as long as they are this machine's", async () => {
  const stopped = { signal: AbortSignal.abort() };
  const { code, stdout } = await run(["emulator", "--host", "localhost", "--verbatim"], stopped);
  expect([code, stdout]).toEqual([
    0,
    expect.stringMatching(/listens on http:\/\/(localhost|127\.0\.0\.1|\[::1\]):\d+ /),
  ]);
  const elsewhere = await run(["emulator", "--host", "0.0.0.0"], stopped);
  expect([elsewhere.code, elsewhere.stderr]).toEqual([1, expect.stringContaining("The emulator could not start")]);
  const wrong = await run(["emulator", "--port", "70000"], stopped);
  expect([wrong.code, wrong.stderr]).toEqual([2, expect.stringContaining("It must be a number from 0 to 65535.")]);
});

test("the help has every option and the exit codes", async () => {
  expect((await run(["emulator", "--help"], { columns: 100 })).stdout).toMatchSnapshot();
});
