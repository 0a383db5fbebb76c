import { appendFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { TwilioEmulator } from "../../../../provider/testing";
import { createProject, type Project, type ProjectOptions } from "../../support";
import type { Config } from "../../support/config";

export type Language = "yaml" | "python" | "go";

/** What `tools/languages` looks for: a language, the SDK for C#, and .NET to compile that with. */
export type Toolchain = Language | "csharp" | "dotnet";

/** One language as `tools/languages/index.mjs` has found it on this machine. */
export interface FoundLanguage {
  readonly missing?: string;
  readonly host?: { readonly folder: string; readonly version: string };
  readonly packages?: string;
  readonly sdk?: string;
  /** The compiler, of .NET alone. */
  readonly program?: string;
  /** Compiled programs by name. */
  readonly programs?: Readonly<Record<string, string>>;
}

const repository = join(__dirname, "..", "..", "..", "..");

/** The plugin as the package has it. */
export const pluginFolder = join(repository, "provider", "dist", "plugin");

/** @throws Error that says what to do if there is no engine */
export function findLanguage(language: Toolchain): FoundLanguage {
  const languages = process.env["LANGUAGES"];
  if (languages === undefined) {
    throw new Error(process.env["NO_ENGINE"] ?? "This test is not among those in other languages in jest.config.js.");
  }
  return (JSON.parse(languages) as Record<Toolchain, FoundLanguage>)[language];
}

/** Describes the tests of one language; without its toolchain they are skipped, and their name says what is missing. */
export function describeLanguage(language: Toolchain, title: string, tests: () => void): void {
  const missing = process.env["LANGUAGES"] === undefined ? undefined : findLanguage(language).missing;
  const run = missing === undefined ? describe : describe.skip;
  run(missing === undefined ? title : `${title} (not run: ${missing})`, tests);
}

/** The stack config of the default provider, its token as a secret. */
export function pluginConfig(emulator: TwilioEmulator, account = emulator.account): Config {
  return {
    "twilio-conversations:baseUrl": emulator.baseUrl,
    "twilio-conversations:accountSid": account.accountSid,
    "twilio-conversations:authToken": { secret: account.authToken },
    // One attempt shows what happens; how retries go is not the plugin's own.
    "twilio-conversations:maxAttempts": "1",
  };
}

/** A project of a program in this language. Its `Pulumi.yaml` gets a line that says where the plugin is. */
export async function createLanguageProject(language: Language, options: ProjectOptions): Promise<Project> {
  const project = await createProject(options);
  addHost(project, language);
  if (options.program["Pulumi.yaml"] !== undefined) {
    const name = "twilio-conversations";
    const plugins = `\nplugins:\n  providers:\n    - ${JSON.stringify({ name, path: pluginFolder })}\n`;
    appendFileSync(join(project.programFolder, "Pulumi.yaml"), plugins);
  }
  return project;
}

/** Puts the host where the CLI looks for it without a warning. */
export function addHost(project: Project, language: Language): void {
  const { host, packages, sdk = "" } = findLanguage(language);
  if (host !== undefined) {
    const folder = join(project.folder, "home", "plugins", `language-${language}-v${host.version}`);
    mkdirSync(folder, { recursive: true });
    const [built, file] = [host.folder, folder].map((each) => join(each, `pulumi-language-${language}`)) as [
      string,
      string,
    ];
    if (language === "go") {
      // The host that is built takes the option `binary` as an argument; the CLI has stopped to pass it that way.
      writeFileSync(file, `#!/bin/sh\nexec "${built}" -binary="$GO_PROGRAM" "$@"\n`, { mode: 0o755 });
    } else {
      symlinkSync(built, file);
    }
  }
  if (packages !== undefined) {
    project.env["PYTHONPATH"] = [packages, sdk].join(":");
    project.env["PYTHONDONTWRITEBYTECODE"] = "1";
  }
}

/** The files of an example, with another name of the project: the prepared stack's. */
export function exampleFiles(example: string, files: readonly string[]): Record<string, string> {
  const folder = join(repository, "examples", example);
  const texts = files.map((file) => [file, readFileSync(join(folder, file), "utf8")] as const);
  return Object.fromEntries(texts.map(([file, text]) => [file, text.replace(/^name: .*/m, "name: test")]));
}
