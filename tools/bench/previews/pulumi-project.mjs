import { spawn } from "node:child_process";
import { copyFileSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { pathWith } from "../../engine/index.mjs";
import { repository } from "../../set-up/repository.mjs";
import { cleanEnvironment } from "../processes/run-child.mjs";
import { temporaryFolder } from "../processes/temporary-folder.mjs";

/** How long a command may take before it is ended, in milliseconds. */
const patience = 300_000;

/**
 * @typedef {object} Ran
 * @property {string} output
 * @property {number} seconds from its start to its end
 */

/** A Pulumi project in a temporary folder, with a backend, a home and an environment of its own. */
export class PulumiProject {
  #temporary = temporaryFolder("pulumi-benchmark");
  #pulumi;
  #env;
  /** @type {import("node:child_process").ChildProcess | undefined} */
  #running;

  /**
   * @param {import("../../engine/index.mjs").Engine} engine
   * @param {Record<string, string>} variables
   */
  constructor(engine, variables) {
    const folder = this.folder;
    this.#pulumi = engine.pulumi;
    this.#env = {
      ...cleanEnvironment,
      PATH: [dirname(process.execPath), pathWith(engine, process.env)].join(delimiter),
      TMPDIR: join(folder, "tmp"),
      TEMP: join(folder, "tmp"),
      TMP: join(folder, "tmp"),
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${folder.replaceAll("\\", "/").replace(/^(?=[A-Za-z]:)/, "/")}/state`,
      PULUMI_CONFIG_PASSPHRASE: "benchmark",
      PULUMI_SKIP_UPDATE_CHECK: "true",
      PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
      ...variables,
    };
  }

  get folder() {
    return this.#temporary.path;
  }

  get programFolder() {
    return join(this.folder, "program");
  }

  /** The variables with which the CLI runs. */
  get environment() {
    return this.#env;
  }

  /**
   * @param {import("../../engine/index.mjs").Engine} engine
   * @param {string} program a file of the folder `programs`
   * @param {Record<string, string>} variables
   * @returns {Promise<PulumiProject>}
   */
  static create(engine, program, variables) {
    return PulumiProject.#start(engine, variables, (folder, write) => {
      write("Pulumi.yaml", { name: "benchmark", runtime: { name: "nodejs", options: { typescript: false } } });
      write("package.json", { name: "benchmark", private: true, main: "index.js" });
      copyFileSync(
        join(repository, "tools", "bench", "previews", "programs", program),
        join(folder, "program", "index.js"),
      );
      for (const shared of ["services.cjs", "sdk-client.cjs"]) {
        copyFileSync(join(repository, "tools", "bench", shared), join(folder, "program", shared));
      }
      symlinkSync(join(repository, "node_modules"), join(folder, "program", "node_modules"), "junction");
    });
  }

  /**
   * A project in YAML.
   *
   * @param {import("../../engine/index.mjs").Engine} engine
   * @param {object} text of its `Pulumi.yaml`
   * @param {{ name: string, folder: string, version: string } | undefined} host that runs it; none if the CLI has its own
   * @param {Record<string, string>} variables
   * @returns {Promise<PulumiProject>}
   */
  static createInYaml(engine, text, host, variables) {
    return PulumiProject.#start(engine, variables, (folder, write) => {
      write("Pulumi.yaml", text);
      if (host !== undefined) {
        const place = join(folder, "home", "plugins", `language-yaml-v${host.version}`);
        mkdirSync(place, { recursive: true });
        symlinkSync(join(host.folder, host.name), join(place, host.name));
      }
    });
  }

  /**
   * @param {import("../../engine/index.mjs").Engine} engine
   * @param {Record<string, string>} variables
   * @param {(folder: string, write: (name: string, content: object) => void) => void} fill puts the program there
   * @returns {Promise<PulumiProject>}
   */
  static async #start(engine, variables, fill) {
    const project = new PulumiProject(engine, variables);
    const { folder } = project;
    try {
      for (const name of ["state", "tmp", "program"]) {
        mkdirSync(join(folder, name));
      }
      fill(folder, (name, content) => writeFileSync(join(folder, "program", name), JSON.stringify(content)));
      await project.run("stack", "init", "benchmark");
      return project;
    } catch (error) {
      await project.end();
      throw error;
    }
  }

  /**
   * Runs a `pulumi` command.
   *
   * @param {...string} args
   * @returns {Promise<Ran>}
   * @throws {Error} where it fails
   */
  run(...args) {
    return new Promise((resolve, reject) => {
      const start = performance.now();
      const child = spawn(this.#pulumi, [...args, "--non-interactive", "--color", "never"], {
        cwd: this.programFolder,
        env: this.#env,
        stdio: ["ignore", "pipe", "pipe"],
        timeout: patience,
        killSignal: "SIGINT",
      });
      this.#running = child;
      const end = () => child.kill("SIGINT");
      process.once("exit", end);
      let output = "";
      for (const stream of [child.stdout, child.stderr]) {
        stream.setEncoding("utf8").on("data", (text) => {
          output += text;
        });
      }
      child.on("error", reject);
      child.on("close", (code) => {
        process.removeListener("exit", end);
        this.#running = undefined;
        if (code === 0) {
          resolve({ output, seconds: (performance.now() - start) / 1000 });
        } else {
          reject(new Error(`pulumi ${args[0]} ended with exit code ${code}:\n${output}`));
        }
      });
    });
  }

  /**
   * Puts copies of the project's stack in its place, in the files of the backend: that takes no run of the CLI.
   *
   * @param {readonly { name: string, resources: object[] }[]} stacks what they have recorded
   */
  replaceStack(stacks) {
    const state = join(this.folder, "state", ".pulumi", "stacks", "benchmark", "benchmark.json");
    const config = join(this.programFolder, "Pulumi.benchmark.yaml");
    const { checkpoint, ...rest } = JSON.parse(readFileSync(state, "utf8"));
    for (const { name, resources } of stacks) {
      const copied = {
        ...rest,
        checkpoint: {
          ...checkpoint,
          stack: `organization/benchmark/${name}`,
          latest: { ...checkpoint.latest, resources },
        },
      };
      writeFileSync(join(dirname(state), `${name}.json`), JSON.stringify(copied));
      copyFileSync(config, join(this.programFolder, `Pulumi.${name}.yaml`));
    }
    rmSync(state);
    rmSync(config);
  }

  /**
   * @param {string} expected a text that must be among what it prints
   * @returns {Promise<number>} how many seconds a preview takes
   */
  async preview(expected) {
    const { output, seconds } = await this.run("preview");
    if (!output.includes(expected)) {
      throw new Error(`The preview does not show ${JSON.stringify(expected)}:\n${output}`);
    }
    return seconds;
  }

  /** @returns {Promise<void>} when what runs has ended and the folder is removed */
  async end() {
    const child = this.#running;
    if (child !== undefined) {
      await new Promise((resolve) => {
        child.once("close", resolve);
        child.kill("SIGINT");
      });
    }
    this.#temporary.remove();
  }
}
