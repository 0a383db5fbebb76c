import { ConfigurationError } from "../../errors/configuration-error";
import type { ConfigLookup } from "../../credentials/settings-source";
import { parseJson } from "../text-file";
import { PulumiCommandError, runPulumi, type PulumiCommandContext } from "./pulumi-command";

/**
 * Reads a stack's config. A secret in it that cannot be decrypted is an error only for whoever needs it.
 * @throws {PulumiCommandError} where the config as a whole cannot be read.
 */
export async function readStackConfig(stack: string, context: PulumiCommandContext): Promise<ConfigLookup> {
  const command = ["config", "--json", "--stack", stack];
  let why = "";
  let text: string;
  try {
    text = await runPulumi([...command, "--show-secrets"], context);
  } catch (error) {
    if (!(error instanceof PulumiCommandError)) {
      throw error;
    }
    why = error.message;
    text = await runPulumi(command, context);
  }
  return lookUpIn(parseJson(text), why);
}

/** @param why a secret has no value */
function lookUpIn(config: unknown, why: string): ConfigLookup {
  const entries = new Map(
    Object.entries((config ?? {}) as Readonly<Record<string, { value?: unknown; secret?: unknown }>>),
  );
  return (fullKey) => {
    const entry = entries.get(fullKey);
    if (typeof entry?.value === "string") {
      return entry.value;
    }
    if (entry?.secret === true) {
      const because = why === "" ? "" : `: ${why}`;
      throw new ConfigurationError(undefined, `${fullKey} in the stack config could not be decrypted${because}`);
    }
    return undefined;
  };
}
