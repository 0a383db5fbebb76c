// Has the Pulumi CLI make one new stack, which the tests on the engine copy instead of making their own.
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathWith } from "../engine/index.mjs";
import { runProgram } from "../set-up/run-program.mjs";
import { keyIn } from "./key-service.mjs";

const name = "test";
const stack = "dev";
const secretsProvider = "hashivault://tests";

/**
 * @param {import("../engine/index.mjs").Engine} engine
 * @param {Record<string, string>} keyService the variables by which the CLI finds it
 * @returns {Promise<string>} the folder with the stack's state and `prepared.json`
 * @throws {Error} with what the CLI printed, if it fails
 */
export async function prepareStack(engine, keyService) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "prepared-stack-")));
  const program = join(folder, "program");
  mkdirSync(join(folder, "state"));
  mkdirSync(program);
  writeFileSync(join(program, "Pulumi.yaml"), JSON.stringify({ name, runtime: "nodejs" }));
  const init = ["stack", "init", stack, "--secrets-provider", secretsProvider, "--non-interactive"];
  const { code, output } = await runProgram(engine.pulumi, init, {
    cwd: program,
    env: {
      ...process.env,
      PATH: pathWith(engine, process.env),
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${folder.replaceAll("\\", "/")}/state`,
      PULUMI_SKIP_UPDATE_CHECK: "true",
      ...keyService,
    },
  });
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`pulumi stack init exited with ${code}:\n${output}`);
  }
  const config = readFileSync(join(program, `Pulumi.${stack}.yaml`), "utf8");
  const [, encryptedKey = ""] = /^encryptedkey: (\S+)$/m.exec(config) ?? [];
  const prepared = { name, stack, secretsProvider, encryptedKey, key: keyIn(encryptedKey) };
  writeFileSync(join(folder, "prepared.json"), JSON.stringify(prepared));
  return folder;
}
