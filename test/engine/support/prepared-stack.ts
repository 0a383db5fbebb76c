import { createCipheriv, createHash, randomBytes } from "node:crypto";
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { configFile, type Config } from "./config";

/** What `tools/test-run/prepare-stack.mjs` writes. */
interface Prepared {
  readonly name: string;
  readonly stack: string;
  readonly secretsProvider: string;
  /** The key of the stack's secrets as it stands in its config file. */
  readonly encryptedKey: string;
  /** The same, in hexadecimal digits. */
  readonly key: string;
}

interface PreparedStack {
  /** Does what `pulumi stack init` and `pulumi config set-all` do. */
  readonly copyTo: (project: { folder: string; programFolder: string }, config: Config) => void;
}

/** The new stack that the CLI has made once for all tests: copying it saves each of them two runs of the CLI. */
export function preparedStack(name: string, stack: string): PreparedStack {
  const template = process.env["PREPARED_STACK"] ?? "";
  const prepared = JSON.parse(readFileSync(join(template, "prepared.json"), "utf8")) as Prepared;
  const { secretsProvider: secretsprovider, encryptedKey: encryptedkey, key } = prepared;
  return {
    copyTo({ folder, programFolder }, config) {
      copyState(join(template, "state"), join(folder, "state"), { from: prepared, to: { name, stack } });
      const text = configFile(config, name, {
        key: { secretsprovider, encryptedkey },
        encrypt: (value) => encrypt(value, key),
      });
      writeFileSync(join(programFolder, `Pulumi.${stack}.yaml`), text);
      select(stack, { name, file: join(programFolder, "Pulumi.yaml"), home: join(folder, "home") });
    },
  };
}

interface StackName {
  readonly name: string;
  readonly stack: string;
}

/** The stack under another name: it stands in the file's path and in the file. */
function copyState(from: string, to: string, names: { readonly from: StackName; readonly to: StackName }): void {
  cpSync(from, to, { recursive: true });
  const fileOf = ({ name, stack }: StackName) => join(to, ".pulumi", "stacks", name, `${stack}.json`);
  const qualified = ({ name, stack }: StackName) => `"organization/${name}/${stack}"`;
  const text = readFileSync(fileOf(names.from), "utf8").replace(qualified(names.from), qualified(names.to));
  rmSync(join(to, ".pulumi", "stacks", names.from.name), { recursive: true });
  mkdirSync(dirname(fileOf(names.to)), { recursive: true });
  writeFileSync(fileOf(names.to), text);
}

/** Makes the stack the one that commands without `--stack` are about. */
function select(stack: string, project: { name: string; file: string; home: string }): void {
  const folder = join(project.home, "workspaces");
  const hash = createHash("sha1").update(project.file).digest("hex");
  mkdirSync(folder, { recursive: true });
  writeFileSync(
    join(folder, `${project.name}-${hash}-workspace.json`),
    JSON.stringify({ stack: `organization/${project.name}/${stack}` }),
  );
}

/** Encrypts a value as Pulumi does. */
function encrypt(value: string, key: string): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", Buffer.from(key, "hex"), nonce);
  const sealed = Buffer.concat([cipher.update(value, "utf8"), cipher.final(), cipher.getAuthTag()]);
  return `v1:${nonce.toString("base64")}:${sealed.toString("base64")}`;
}
