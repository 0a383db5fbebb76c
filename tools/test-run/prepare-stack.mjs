// Has the Pulumi CLI make one new stack, which the tests on the engine copy instead of making their own.
import { pbkdf2Sync } from "node:crypto";
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathWith } from "../engine/index.mjs";
import { runProgram } from "../set-up/run-program.mjs";

const name = "test";
const stack = "dev";
const passphrase = "test";

/**
 * @param {string} salt as it stands in a stack's config file: `v1:SALT:v1:NONCE:SEALED`
 * @returns {string} the key that Pulumi derives, in hexadecimal digits
 */
function keyOf(salt) {
  const [, text = ""] = salt.split(":");
  return pbkdf2Sync(passphrase, Buffer.from(text, "base64"), 1_000_000, 32, "sha256").toString("hex");
}

/**
 * @param {import("../engine/index.mjs").Engine} engine
 * @returns {Promise<string>} the folder with the stack's state and `prepared.json`
 * @throws {Error} with what the CLI printed, if it fails
 */
export async function prepareStack(engine) {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "prepared-stack-")));
  const program = join(folder, "program");
  mkdirSync(join(folder, "state"));
  mkdirSync(program);
  writeFileSync(join(program, "Pulumi.yaml"), JSON.stringify({ name, runtime: "nodejs" }));
  const { code, output } = await runProgram(engine.pulumi, ["stack", "init", stack, "--non-interactive"], {
    cwd: program,
    env: {
      ...process.env,
      PATH: pathWith(engine, process.env),
      PULUMI_HOME: join(folder, "home"),
      PULUMI_BACKEND_URL: `file://${folder.replaceAll("\\", "/")}/state`,
      PULUMI_CONFIG_PASSPHRASE: passphrase,
      PULUMI_CONFIG_PASSPHRASE_FILE: undefined,
      PULUMI_SKIP_UPDATE_CHECK: "true",
    },
  });
  if (code !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`pulumi stack init exited with ${code}:\n${output}`);
  }
  const [, salt = ""] =
    /^encryptionsalt: (\S+)$/m.exec(readFileSync(join(program, `Pulumi.${stack}.yaml`), "utf8")) ?? [];
  writeFileSync(join(folder, "prepared.json"), JSON.stringify({ name, stack, passphrase, salt, key: keyOf(salt) }));
  return folder;
}
