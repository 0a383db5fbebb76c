import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Commands } from "./command";
import type { CommandResult } from "./command";
import { plainConfigFile, secretsOf, setAllArguments } from "./config";
import type { Config } from "./config";
import { engineFolders } from "./engine-folders";
import { engineEnvironment } from "./environment";
import { preparedStack } from "./prepared-stack";
import { writeFiles, writeProjectFiles } from "./project-files";
import { withoutSecrets } from "./without-secrets";

/** What a program loads only if it uses it; see there. */
const lazySdk = { NODE_OPTIONS: `--require "${join(__dirname, "lazy-sdk.cjs").replaceAll("\\", "/")}"` };

export interface ProjectOptions {
  /** The program's files by name: `index.js`, or `index.ts`, and any others. */
  readonly program: Record<string, string>;
  /** @default whether the program has an `index.ts` */
  readonly typescript?: boolean;
  readonly config?: Config;
  /** Variables that every command gets, on top of a clean environment. */
  readonly env?: Record<string, string>;
  /** Has the CLI derive the stack's key from PULUMI_CONFIG_PASSPHRASE, which takes it longer. @default false */
  readonly passphrase?: boolean;
  /** @default "test" */
  readonly name?: string;
  /** @default "dev" */
  readonly stack?: string;
}

/** What `pulumi stack export` prints, as far as tests look into it. */
export interface StackState {
  readonly version: number;
  readonly deployment: {
    readonly resources?: readonly {
      readonly urn: string;
      readonly type: string;
      readonly id?: string;
      readonly inputs?: Record<string, unknown>;
      readonly outputs?: Record<string, unknown>;
      readonly [other: string]: unknown;
    }[];
    readonly [other: string]: unknown;
  };
}

/** A Pulumi project in a temporary folder, with a backend, a home and an environment of its own. */
export class Project {
  private readonly commands = new Commands();
  private printed = "";

  constructor(
    /** The temporary folder; the program is in `program` below it. */
    readonly folder: string,
    readonly stack: string,
    /** The environment of every command; a test may change it between two commands. */
    readonly env: Record<string, string>,
  ) {}

  /** Everything that every command has printed so far, state exports included, but for what was to show secrets. */
  get transcript(): string {
    return this.printed;
  }

  /** The folder with the program, `Pulumi.yaml` and `Pulumi.<stack>.yaml`. */
  get programFolder(): string {
    return join(this.folder, "program");
  }

  /** Runs one `pulumi` command, without prompts and colours. It resolves whatever the exit code is. */
  async pulumi(...args: string[]): Promise<CommandResult> {
    const [first = ""] = engineFolders();
    const all = [...args, "--non-interactive", "--color", "never"];
    const result = await this.commands.run(join(first, "pulumi"), all, this.programFolder, this.env);
    if (!args.includes("--show-secrets")) {
      this.printed += result.output;
    }
    return result;
  }

  preview(...extra: string[]): Promise<CommandResult> {
    return this.pulumi("preview", ...extra);
  }

  /** `pulumi up` without the preview before it. */
  up(...extra: string[]): Promise<CommandResult> {
    return this.pulumi("up", "--yes", "--skip-preview", ...extra);
  }

  refresh(...extra: string[]): Promise<CommandResult> {
    return this.pulumi("refresh", "--yes", "--skip-preview", ...extra);
  }

  destroy(...extra: string[]): Promise<CommandResult> {
    return this.pulumi("destroy", "--yes", "--skip-preview", ...extra);
  }

  /**
   * What the stack's state holds. Without secrets it is read from the backend's file, which saves a start of the CLI, and
   * counts as printed.
   *
   * @throws Error with what was printed, if the command fails
   */
  async exportState({ showSecrets = false } = {}): Promise<StackState> {
    if (showSecrets) {
      return JSON.parse(await this.stdoutOf("stack", "export", "--show-secrets")) as StackState;
    }
    const stacks = join(this.folder, "state", ".pulumi", "stacks");
    const text = readFileSync(join(stacks, this.projectName(), `${this.stack}.json`), "utf8");
    this.printed += text;
    const { version, checkpoint } = JSON.parse(text) as {
      version: number;
      checkpoint: { latest?: StackState["deployment"] };
    };
    return { version, deployment: checkpoint.latest ?? {} };
  }

  /**
   * The stack's outputs, as `pulumi stack output --json` prints them: what is secret as `[secret]`.
   *
   * @throws Error with what was printed, if the command fails
   */
  async stackOutputs({ showSecrets = false } = {}): Promise<Record<string, unknown>> {
    if (showSecrets) {
      return JSON.parse(await this.stdoutOf("stack", "output", "--json", "--show-secrets")) as Record<string, unknown>;
    }
    const { deployment } = await this.exportState();
    const stack = deployment.resources?.find(({ type }) => type === "pulumi:pulumi:Stack");
    return withoutSecrets(stack?.outputs ?? {}) as Record<string, unknown>;
  }

  /** @throws Error with what was printed, if the command fails */
  async setConfig(config: Config): Promise<void> {
    const args = setAllArguments(config);
    if (args !== undefined) {
      await this.stdoutOf(...args);
    }
  }

  /** Writes files of the program over those of the same name. */
  writeProgram(files: Record<string, string>): void {
    writeFiles(this.programFolder, files);
  }

  /** Ends what still runs and removes the folder. Whoever forgets it has it done after the last test of the file. */
  async dispose(): Promise<void> {
    await this.commands.end();
    rmSync(this.folder, { recursive: true, force: true });
  }

  protected projectName(): string {
    const project = readFileSync(join(this.programFolder, "Pulumi.yaml"), "utf8");
    return /\bname"?: *"?([\w-]+)/.exec(project)?.[1] ?? "";
  }

  private async stdoutOf(...args: string[]): Promise<string> {
    const result = await this.pulumi(...args);
    if (result.code !== 0) {
      throw new Error(`pulumi ${args.slice(0, 2).join(" ")} exited with ${result.code}:\n${result.output}`);
    }
    return result.stdout;
  }
}

/**
 * Makes a project with its stack.
 *
 * @throws Error that says what to do if there is no engine, or with what was printed if a command fails
 */
export async function createProject(options: ProjectOptions): Promise<Project> {
  const { program, config = {}, env = {}, name = "test", stack = "dev" } = options;
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "pulumi-project-")));
  const project = new Project(folder, stack, { ...engineEnvironment(engineFolders(), folder), ...lazySdk, ...env });
  try {
    mkdirSync(join(folder, "state"));
    mkdirSync(join(folder, "tmp"));
    writeProjectFiles(project.programFolder, name, options.typescript ?? "index.ts" in program);
    project.writeProgram(program);
    // A stack on another backend than the project's own is made there.
    if ("PULUMI_BACKEND_URL" in env || options.passphrase === true) {
      writeFileSync(join(project.programFolder, `Pulumi.${stack}.yaml`), plainConfigFile(config, name));
      const made = await project.pulumi("stack", "init", stack);
      if (made.code !== 0) {
        throw new Error(`pulumi stack init exited with ${made.code}:\n${made.output}`);
      }
      await project.setConfig(secretsOf(config));
    } else {
      preparedStack(name, stack).copyTo(project, config);
    }
    return project;
  } catch (error) {
    await project.dispose();
    throw error;
  }
}
