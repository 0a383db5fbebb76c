import { spawn } from "node:child_process";
import type { Project } from "../../engine/support";

/** A command that another test runs, or that cannot be run here at all. */
interface Elsewhere {
  readonly command: RegExp;
  /** The documents whose commands these are. @default any */
  readonly document?: RegExp;
  /** The test, or the tool, that runs it; and a text that stands there for as long as it does. */
  readonly proof: readonly [file: string, says: string];
}

/** What is not run here, each with who runs it. */
export const elsewhere: readonly Elsewhere[] = [
  { command: /^npm run quickstart\b/, proof: ["test/engine/quickstart.test.ts", "quickstart"] },
  { command: /^npm test\b/, proof: ["tools/test.mjs", "`npm test`"] },
  { command: /^npm run emulator$/, proof: ["test/testing/emulator-command.test.ts", "runEmulatorCommand"] },
  { command: /^npm run bench\b/, proof: ["test/tools/bench/bench.test.ts", "npm run bench"] },
  { command: /^npm run check$/, proof: ["tools/test.mjs", "sourceGates"] },
  { command: /^npm run format$/, proof: ["tools/check/gates.mjs", "prettier"] },
  { command: /^npm run coverage$/, proof: ["tools/test.mjs", "--coverage"] },
  { command: /^npm run mutate\b/, proof: ["stryker.config.mjs", "npm run mutate"] },
  { command: /^npm run picture$/, proof: ["test/tools/picture/picture.test.ts", "picture.mjs"] },
  // The credentials of the emulator stand there already.
  { command: /^export TWILIO_/, proof: ["test/docs/shell-blocks.test.ts", "twilio.environment()"] },
  { command: /^npm run docs$/, proof: ["test/docs/reference.test.ts", "typedoc"] },
  { command: /^(npm (ci|install)|pnpm add|yarn add)\b/, proof: ["test/package-managers/support/installers.ts", "npm"] },
  {
    command: /pulumi-twilio-conversations-plugin install$/,
    proof: ["test/engine/plugin/yaml.test.ts", '"plugin", "install"'],
  },
  // The CLI that the tests run cannot start policy packs; there the packs are run over the engine's own protocol.
  { command: /^pulumi .*--policy-pack\b/, proof: ["test/engine/policy.test.ts", "policy"] },
  // The examples in other languages need their language hosts.
  ...["go", "python", "yaml"].map((language) => ({
    command: /^pulumi (stack init|config set|up)\b/,
    document: new RegExp(`^examples/gate-deployment-${language}/`),
    proof: [`test/engine/plugin/${language}.test.ts`, `gate-deployment-${language}`] as const,
  })),
];

/** The commands of a block, each on one line; comments and empty lines aside. */
export function commandsIn(text: string): string[] {
  return text
    .replace(/\\\n\s*/g, "")
    .split("\n")
    .map((line) => line.replace(/\s+#.*$/, "").trim())
    .filter((line) => line !== "" && !line.startsWith("#"));
}

export function isElsewhere(command: string, inDocument: string): boolean {
  return elsewhere.some(({ command: known, document = /^/ }) => known.test(command) && document.test(inDocument));
}

export interface ShellResult {
  readonly code: number | null;
  readonly output: string;
}

// What a person types where a secret is asked for, and where an update asks whether to go on.
const wrapper = `pulumi() {
  local yes=""
  case "$*" in up*|destroy*) yes="--yes" ;; esac
  echo a-secret-that-is-typed | command pulumi "$@" $yes --non-interactive --color never
}
npx() {
  [ "$1" != -p ] || shift 2
  node_modules/.bin/"$@"
}`;

/** Runs commands one after another in a project's folder, as a person would; the first that fails ends it. */
export function runShell(project: Project, commands: readonly string[]): Promise<ShellResult> {
  const env = {
    ...project.env,
    // A command that asked anybody but this machine would fail at once.
    HTTPS_PROXY: "http://127.0.0.1:9",
  };
  const script = ["set -euo pipefail", wrapper, ...commands].join("\n");
  return new Promise((resolve, reject) => {
    let output = "";
    const child = spawn("bash", ["-c", script], { cwd: project.programFolder, env, stdio: ["ignore", "pipe", "pipe"] });
    child.stdout.on("data", (text: Buffer) => (output += text.toString()));
    child.stderr.on("data", (text: Buffer) => (output += text.toString()));
    child.on("error", reject);
    child.on("close", (code) => resolve({ code, output }));
  });
}
