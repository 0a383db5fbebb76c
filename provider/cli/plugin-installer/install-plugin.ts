// Tested by test/cli/plugin-installer.test.ts
import { spawn } from "node:child_process";
import { chmod, stat } from "node:fs/promises";
import { join } from "node:path";
import { displayedLines } from "../../text/displayed-text";
import type { CommandContext } from "../command-context";
import { print } from "../print";

/** The plugin's name, as Pulumi knows it. */
const plugin = "twilio-conversations";
const executable = `pulumi-resource-${plugin}`;

/** The first CLI that installs a plugin from a folder. */
const lowestCli = [3, 37, 0] as const;

/** The options of an installation. */
export interface InstallOptions {
  /** The folder with the plugin. */
  readonly folder: string;
  readonly version: string;
}

/**
 * Puts the plugin into the cache of the Pulumi CLI, from the installed package and without a download. A second time it
 * does the same again.
 * @returns the exit code: 0 if it is installed, 1 if not.
 */
export async function installPlugin({ folder, version }: InstallOptions, context: CommandContext): Promise<number> {
  const say = (text: string) => print(context.stderr, `${displayedLines(text).join("\n")}\n`);
  const fail = async (text: string) => {
    await say(`error: ${text}`);
    return 1;
  };
  if (!(await isFile(join(folder, "index.js")))) {
    return fail(
      "the package is not complete: it has no plugin. Install it again: npm install pulumi-twilio-conversations",
    );
  }
  const cli = await run(["version"], context);
  if (cli === "not found") {
    return fail(
      "the Pulumi CLI was not found. Install it (https://www.pulumi.com/docs/iac/download-install/), or put `pulumi` on the PATH.",
    );
  }
  if (cli.code !== 0) {
    return fail(`pulumi version failed${reasonOf(cli)}`);
  }
  const found = /v?(\d+)\.(\d+)\.(\d+)/.exec(cli.stdout);
  const cliVersion = found?.[0].replace(/^v/, "") ?? "of an unknown version";
  if (found === null || isBelow(found.slice(1).map(Number), lowestCli)) {
    return fail(`the Pulumi CLI is ${cliVersion}, and ${lowestCli.join(".")} or newer is needed to install a plugin.`);
  }
  await say(`Installing the plugin ${plugin} ${version} for the Pulumi CLI ${cliVersion}.`);
  // npm keeps the mode of a file only if the package was packed where files have one.
  await chmod(join(folder, executable), 0o755);
  const args = ["plugin", "install", "resource", plugin, version, "--reinstall", "--file", folder];
  const installed = await run([...args, "--color", "never"], context);
  if (installed === "not found" || installed.code !== 0) {
    const why = installed === "not found" ? "" : reasonOf(installed);
    return fail(`pulumi ${args.slice(0, 5).join(" ")} failed${why}`);
  }
  await say(
    "It is installed: programs in YAML, Python, Go, C# and Java can use it.\n" +
      `To undo it: pulumi plugin rm resource ${plugin} ${version}`,
  );
  return 0;
}

async function isFile(file: string): Promise<boolean> {
  return stat(file).then(
    (found) => found.isFile(),
    () => false,
  );
}

function isBelow(version: readonly number[], lowest: readonly number[]): boolean {
  const index = lowest.findIndex((part, position) => part !== version[position]);
  return index >= 0 && (version[index] ?? 0) < (lowest[index] ?? 0);
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** The reason of a failure in the words of the command, to follow "failed". */
function reasonOf({ stdout, stderr }: Ended): string {
  const why = stderr.trim() || stdout.trim();
  return why === "" ? "" : `:\n${why}`;
}

function run(args: readonly string[], { environment, workDir, signal }: CommandContext): Promise<Ended | "not found"> {
  return new Promise((resolve) => {
    const child = spawn("pulumi", args, {
      cwd: workDir,
      env: { ...environment, PULUMI_SKIP_UPDATE_CHECK: "true" },
      stdio: ["ignore", "pipe", "pipe"],
      signal,
      windowsHide: true,
    });
    const printed = { stdout: "", stderr: "" };
    child.stdout.setEncoding("utf8").on("data", (text: string) => (printed.stdout += text));
    child.stderr.setEncoding("utf8").on("data", (text: string) => (printed.stderr += text));
    child.on("error", (error: NodeJS.ErrnoException) =>
      resolve(error.code === "ENOENT" ? "not found" : { code: 1, stdout: "", stderr: error.message }),
    );
    child.on("close", (code) => resolve({ code, ...printed }));
  });
}
