// The tools for measuring one row; all of it is gone after the row.
import { createRequire } from "node:module";
import { runChild } from "./processes/run-child.mjs";
import { PulumiProject } from "./previews/pulumi-project.mjs";

const require = createRequire(import.meta.url);
const { serviceSid, webhookOf } = require("./services.cjs");

/** @typedef {import("pulumi-twilio-conversations/testing").TwilioEmulator} TwilioEmulator */

export class Bench {
  /** @type {(() => Promise<unknown>)[]} */
  #ends = [];

  /** @param {{ engine: import("../engine/index.mjs").Engine, rounds: number | undefined, say: import("../set-up/progress.mjs").Log }} surroundings */
  constructor({ engine, rounds, say }) {
    this.engine = engine;
    this.say = say;
    this.#rounds = rounds;
  }

  #rounds;

  /**
   * @param {number} usually
   * @returns {number} how many rounds to measure
   */
  rounds(usually) {
    return this.#rounds ?? usually;
  }

  /**
   * An emulator with services of which the first is number 0. It runs in this process, which does nothing else while a
   * program is measured.
   *
   * @param {number} services how many
   * @param {{ delay?: number }} [options] in milliseconds, before each answer
   * @returns {Promise<TwilioEmulator>}
   */
  async emulator(services, { delay = 0 } = {}) {
    const { startEmulator } = require("pulumi-twilio-conversations/testing");
    /** @type {TwilioEmulator} */
    const emulator = await startEmulator();
    this.#ends.push(() => emulator.stop());
    for (let index = 0; index < services; index += 1) {
      emulator.addService({ sid: serviceSid(index), friendlyName: `Service ${index}`, webhook: webhookOf(index) });
    }
    if (delay > 0) {
      emulator.setFault("*", { delay });
    }
    return emulator;
  }

  /**
   * A project with a stack of its own, whose program is a file of the folder `programs`.
   *
   * @param {string} program such as "function-read.cjs"
   * @param {Record<string, string>} [variables] that every command gets
   * @returns {Promise<PulumiProject>}
   */
  async project(program, variables = {}) {
    const project = await PulumiProject.create(this.engine, program, variables);
    this.#ends.push(() => project.end());
    return project;
  }

  /**
   * A project in YAML with a stack of its own.
   *
   * @param {object} text of its `Pulumi.yaml`
   * @param {{ name: string, folder: string, version: string } | undefined} host that runs it
   * @param {Record<string, string>} variables that every command gets
   * @returns {Promise<PulumiProject>}
   */
  async yamlProject(text, host, variables) {
    const project = await PulumiProject.createInYaml(this.engine, text, host, variables);
    this.#ends.push(() => project.end());
    return project;
  }

  /**
   * Runs a file of the folder `children` in a process of its own, and gives the JSON that it prints.
   *
   * @param {string} file
   * @param {object} input
   * @param {TwilioEmulator} [emulator] that it talks to
   * @returns {Promise<any>}
   * @throws {Error} where it fails
   */
  child(file, input, emulator) {
    return runChild(file, input, emulator?.environment() ?? {});
  }

  /** Leaves nothing running and nothing behind. */
  async end() {
    for (const end of this.#ends.reverse()) {
      await end();
    }
  }
}

/**
 * The benchmark checks its own work with this.
 *
 * @param {unknown} actual
 * @param {unknown} expected
 * @param {string} what
 * @throws {Error} where they differ
 */
export function requireEqual(actual, expected, what) {
  if (JSON.stringify(actual) !== JSON.stringify(expected)) {
    throw new Error(`${what}: ${JSON.stringify(actual)} instead of ${JSON.stringify(expected)}`);
  }
}
