// Tested by test/cli/plugin-installer.test.ts
import { dirname, join } from "node:path";
import { displayedLines } from "../../text/displayed-text";
import { printableJson } from "../../text/printable";
import type { CommandContext } from "../command-context";
import { print } from "../print";
import { installPlugin } from "./install-plugin";

const usage = `Usage: pulumi-twilio-conversations-plugin install

Installs the provider plugin for programs in YAML, Python, Go, C# and Java into the
cache of the Pulumi CLI. Programs in TypeScript and JavaScript do not need it.

  install    installs this package's version of the plugin
  --version  the version
  --help     this text
`;

/**
 * Runs the command that installs the plugin.
 * @param args without the program's own name
 * @returns the exit code: 0, 1 if it could not be installed, 2 for arguments that it does not know.
 */
export async function main(args: readonly string[], context: CommandContext): Promise<number> {
  const manifest = require.resolve("pulumi-twilio-conversations/package.json");
  const { version } = require(manifest) as { readonly version: string };
  const [first, ...others] = args;
  if (/^(install )?(--help|-h)$/.test(args.join(" "))) {
    await print(context.stdout, usage);
    return 0;
  }
  if (others.length === 0 && first === "--version") {
    await print(context.stdout, `${version}\n`);
    return 0;
  }
  if (others.length === 0 && first === "install") {
    return installPlugin({ folder: join(dirname(manifest), "dist", "plugin"), version }, context);
  }
  const wrong = first === undefined ? "there is nothing to do" : `unknown arguments ${printableJson(args.join(" "))}`;
  await print(context.stderr, `${displayedLines(`error: ${wrong}`).join("\n")}\n\n${usage}`);
  return 2;
}
