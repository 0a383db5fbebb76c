// Shared by the steps of one quickstart: its temporary folder, its emulator and its way to run `pulumi`.
import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { pathWith } from "../engine/index.mjs";
import { repository } from "../set-up/repository.mjs";
import { namesInTheWay, pulumiVariables } from "./environment.mjs";
import { PulumiProcess } from "./pulumi-process.mjs";
import { commandLine, exportLines } from "./shell-text.mjs";

/** @typedef {import("pulumi-twilio-conversations/testing").TwilioEmulator} TwilioEmulator */

/** A command failed, and has said why itself. */
export class CommandFailedError extends Error {}

export class Session {
  #process = new PulumiProcess();
  /** @type {Record<string, string | undefined>} */
  #env;

  /**
   * @param {object} parts
   * @param {import("../engine/index.mjs").Engine} parts.engine
   * @param {string} parts.chatServiceSid the service that is read
   * @param {TwilioEmulator} [parts.emulator] undefined if Twilio itself is asked
   * @param {import("./prepare-language.mjs").LanguageProgram} [parts.program] if it is not the one in TypeScript
   */
  constructor({ engine, chatServiceSid, emulator, program }) {
    this.engine = engine;
    this.chatServiceSid = chatServiceSid;
    this.emulator = emulator;
    this.program = program;
    /** Where everything is that this run writes. */
    this.folder = realpathSync(mkdtempSync(join(tmpdir(), "twilio-quickstart-")));
    /** The stack's config file: here, so that none appears in the repository. */
    this.configFile = join(this.folder, "Pulumi.quickstart.yaml");
    mkdirSync(join(this.folder, "state"));
    const temporary = join(this.folder, "tmp");
    mkdirSync(temporary);
    copyFileSync(join(repository, "Pulumi.yaml"), join(this.folder, "Pulumi.yaml"));

    this.unset = namesInTheWay(process.env, emulator === undefined);
    this.variables = { ...pulumiVariables(this.folder), ...emulator?.environment(), ...program?.variables };
    program?.addHost(join(this.folder, "home"));
    const kept = Object.entries(process.env).filter(
      ([name]) => !this.unset.includes(name) && name.toUpperCase() !== "PATH",
    );
    this.#env = {
      ...Object.fromEntries(kept),
      ...this.variables,
      PATH: pathWith(engine, process.env),
      // An engine that is interrupted leaves temporary files behind.
      TMPDIR: temporary,
      TEMP: temporary,
      TMP: temporary,
    };
  }

  /** @param {string} [line] */
  say(line = "") {
    console.log(line);
  }

  /** @returns {string[]} the lines that give a shell this run's environment */
  exportLines() {
    return exportLines({ folders: this.engine.folders, variables: this.variables, unset: this.unset });
  }

  /**
   * Prints a `pulumi` command and runs it, in the repository's folder.
   *
   * @param {...string} args
   * @returns {Promise<void>}
   * @throws {CommandFailedError}
   */
  async pulumi(...args) {
    const code = await this.#run(args);
    if (code !== 0) {
      throw new CommandFailedError(`pulumi ${args[0]} ended with exit code ${code}; its own lines above say why.`);
    }
  }

  /**
   * The same for a command that has to be stopped by a gate.
   *
   * @param {...string} args
   * @returns {Promise<void>}
   * @throws {CommandFailedError} if it succeeded, or was interrupted
   */
  async pulumiStopped(...args) {
    const code = await this.#run(args);
    if (code === 0 || code >= 128) {
      throw new CommandFailedError(`pulumi ${args[0]} should have been stopped, and ended with exit code ${code}.`);
    }
    this.say(`(exit code ${code})`);
  }

  /**
   * Prints a `twilio-webhooks audit` command and runs it, in the repository's folder, or in that of the other program's stack.
   *
   * @param {readonly number[]} expectedCodes the exit codes that it may end with
   * @param {...string} args
   * @returns {Promise<void>}
   * @throws {CommandFailedError} if it ends with another one
   */
  async audit(expectedCodes, ...args) {
    const packageFile = createRequire(import.meta.url).resolve("pulumi-twilio-conversations/package.json");
    const command = join(dirname(packageFile), "bin", "twilio-webhooks.js");
    // The program's own folder has no config of this stack.
    const folder = this.program && this.addProject(this.program.project).folder;
    const typed = commandLine(["npx", "-p", "pulumi-twilio-conversations", "twilio-webhooks", "audit", ...args]);
    this.say(`\n$ ${folder === undefined ? typed : `(cd ${folder} && ${typed})`}`);
    const code = await this.#process.run(process.execPath, [command, "audit", ...args], {
      cwd: folder ?? repository,
      env: this.#env,
    });
    if (!expectedCodes.includes(code)) {
      throw new CommandFailedError(
        `the audit should have ended with exit code ${expectedCodes.join(" or ")}, not ${code}.`,
      );
    }
    this.say(`(exit code ${code})`);
  }

  /**
   * Makes a second program of the repository runnable: its stack, too, is kept out of the repository.
   *
   * @param {string} project its folder in the repository
   * @returns {{ folder: string, configFile: string }} where to make its stack, and its stack's config file
   */
  addProject(project) {
    const folder = join(this.folder, basename(project));
    mkdirSync(folder, { recursive: true });
    copyFileSync(join(repository, project, "Pulumi.yaml"), join(folder, "Pulumi.yaml"));
    return { folder, configFile: join(folder, "Pulumi.quickstart.yaml") };
  }

  /**
   * @param {string[]} args
   * @returns {Promise<number>}
   */
  #run(args) {
    this.say(`\n$ ${commandLine(["pulumi", ...args])}`);
    return this.#process.run(this.engine.pulumi, args, { cwd: repository, env: this.#env });
  }

  /** Stops the command that runs, if any; further ones fail at once. */
  interrupt() {
    return this.#process.interrupt();
  }

  /** Leaves nothing running and nothing behind. */
  async end() {
    await this.#process.interrupt();
    await this.emulator?.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
