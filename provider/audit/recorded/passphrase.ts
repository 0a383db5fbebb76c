// Tested by test/audit/recorded/stacks.test.ts
import { createDecipheriv, pbkdf2 } from "node:crypto";
import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { promisify } from "node:util";
import type { PulumiCommandContext } from "./pulumi-command";

const deriveKey = promisify(pbkdf2);
const tagLength = 16;

/**
 * Whether the passphrase in the environment is the one that a stack's secrets are encrypted with. Next to its salt, a
 * state has the word "pulumi", encrypted: only the right passphrase decrypts it. False for any other secrets provider,
 * and if there is any doubt.
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/secrets/passphrase/manager.go
 */
export async function isRightPassphrase(state: unknown, context: PulumiCommandContext): Promise<boolean> {
  const salt = saltOf(state);
  const passphrase = salt === undefined ? undefined : await passphraseIn(context);
  if (salt === undefined || passphrase === undefined) {
    return false;
  }
  const [version, keySalt = "", checkVersion, nonce = "", encrypted = ""] = salt.split(":");
  if (version !== "v1" || checkVersion !== "v1") {
    return false;
  }
  const key = await deriveKey(passphrase, Buffer.from(keySalt, "base64"), 1_000_000, 32, "sha256");
  try {
    const bytes = Buffer.from(encrypted, "base64");
    const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64"));
    decipher.setAuthTag(bytes.subarray(-tagLength));
    return `${decipher.update(bytes.subarray(0, -tagLength)).toString()}${decipher.final().toString()}` === "pulumi";
  } catch {
    return false;
  }
}

function saltOf(state: unknown): string | undefined {
  const providers = (state as { deployment?: { secrets_providers?: unknown } } | null)?.deployment?.secrets_providers;
  const { type, state: own } = (providers ?? {}) as { readonly type?: unknown; readonly state?: { salt?: unknown } };
  const salt = own?.salt;
  return type === "passphrase" && typeof salt === "string" ? salt : undefined;
}

/** As the Pulumi CLI finds it: the variable even if it is empty, else the file. */
async function passphraseIn({ environment, workDir }: PulumiCommandContext): Promise<string | undefined> {
  const { PULUMI_CONFIG_PASSPHRASE: passphrase, PULUMI_CONFIG_PASSPHRASE_FILE: file } = environment;
  if (passphrase !== undefined || file === undefined) {
    return passphrase;
  }
  return readFile(resolve(workDir, file), "utf8").then(
    (text) => text.trim(),
    () => undefined,
  );
}
