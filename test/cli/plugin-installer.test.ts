import { chmodSync, existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { main } from "../../provider/cli/plugin-installer/main";
import { folderWith } from "../audit/support/folder";
import { KeptStream } from "./support/run";

const manifest = require.resolve("pulumi-twilio-conversations/package.json");
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { readonly version: string };
const folder = join(dirname(manifest), "dist", "plugin");

/** Runs the command with a Pulumi CLI that is this shell script; it finds what it was called with in `calls`. */
async function run(args: readonly string[], pulumi?: string) {
  const bin = folderWith();
  if (pulumi !== undefined) {
    writeFileSync(join(bin, "pulumi"), `#!/bin/sh\necho "$@" >> "${bin}/calls"\n${pulumi}\n`);
    chmodSync(join(bin, "pulumi"), 0o755);
  }
  const [stdout, stderr] = [new KeptStream(), new KeptStream()];
  const code = await main(args, {
    stdout,
    stderr,
    environment: { PATH: `${bin}:/usr/bin:/bin` },
    workDir: bin,
    signal: new AbortController().signal,
  });
  const calls = existsSync(join(bin, "calls")) ? readFileSync(join(bin, "calls"), "utf8").trim().split("\n") : [];
  return { code, stdout: stdout.text, stderr: stderr.text, calls };
}

const answering = (found: string, rest = "exit 0") => `if [ "$1" = version ]; then echo ${found}; exit 0; fi\n${rest}`;

test("install has the Pulumi CLI install the package's own plugin, and says how to undo it", async () => {
  chmodSync(join(folder, "pulumi-resource-twilio-conversations"), 0o644);
  const { code, stderr, stdout, calls } = await run(["install"], answering("v3.230.0"));
  expect([code, stdout]).toEqual([0, ""]);
  expect(calls[1]).toBe(
    `plugin install resource twilio-conversations ${version} --reinstall --file ${folder} --color never`,
  );
  expect(stderr).toBe(
    `Installing the plugin twilio-conversations ${version} for the Pulumi CLI 3.230.0.\n` +
      "It is installed: programs in YAML, Python, Go, C# and Java can use it.\n" +
      `To undo it: pulumi plugin rm resource twilio-conversations ${version}\n`,
  );
  // The engine starts it as a program.
  expect(statSync(join(folder, "pulumi-resource-twilio-conversations")).mode & 0o111).toBe(0o111);
});

test.each([
  ["is not there", undefined, "error: the Pulumi CLI was not found. Install it"],
  ["is too old", answering("v3.36.9"), "error: the Pulumi CLI is 3.36.9, and 3.37.0 or newer is needed"],
  ["fails at once", "echo boom >&2; exit 1", "error: pulumi version failed:\nboom"],
  ["has a version and fails", "echo v3.230.0; exit 1", "error: pulumi version failed:\nv3.230.0"],
  ["has no version", answering("hello"), "error: the Pulumi CLI is of an unknown version"],
  [
    "fails",
    answering("v3.230.0", 'echo "error: no space left" >&2; exit 1'),
    "error: pulumi plugin install resource twilio-conversations " + version + " failed:\nerror: no space left",
  ],
])("if the Pulumi CLI %s, one error says so", async (_what, pulumi, message) => {
  const { code, stderr } = await run(["install"], pulumi);
  expect(code).toBe(1);
  expect(stderr).toContain(message);
});

test("if the Pulumi CLI may not be run, the error says so", async () => {
  const bin = folderWith();
  writeFileSync(join(bin, "pulumi"), "#!/bin/sh\n", { mode: 0o644 });
  const stderr = new KeptStream();
  const context = { stdout: new KeptStream(), stderr, environment: { PATH: bin }, workDir: bin };
  expect(await main(["install"], { ...context, signal: new AbortController().signal })).toBe(1);
  expect(stderr.text).toMatch(/^error: pulumi version failed:\n.*EACCES/);
});

test.each([[[]], [["instal"]], [["install", "now"]]])("the arguments %j are refused with the usage", async (args) => {
  const { code, stderr, calls } = await run(args, answering("v3.230.0"));
  expect([code, calls]).toEqual([2, []]);
  expect(stderr).toMatch(/^error: .+\n\nUsage: pulumi-twilio-conversations-plugin install\n/);
});

test("--help and --version are answers, and touch nothing", async () => {
  expect(await run(["--version"])).toMatchObject({ code: 0, stdout: `${version}\n`, stderr: "" });
  for (const args of [["--help"], ["install", "--help"]]) {
    expect(await run(args)).toMatchObject({ code: 0, stdout: expect.stringContaining("Usage:"), stderr: "" });
  }
});
