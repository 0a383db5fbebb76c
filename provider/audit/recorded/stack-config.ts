// Tested by test/audit/audit.test.ts
import { ConfigurationError } from "../../errors/configuration-error";
import type { ConfigLookup } from "../../credentials/settings-source";
import { parseJson } from "../text-file";
import { PulumiCommandError, runPulumi, type PulumiCommandContext } from "./pulumi-command";

/** A stack's config as the Pulumi CLI gives it. */
export interface StackConfig {
  readonly lookUp: ConfigLookup;
  /** Whether it has nothing in it: perhaps it was not found. */
  readonly isEmpty: boolean;
}

/** Stands for a value that a Pulumi ESC environment provides, and that the caller may not open. */
const unknownValue = "[unknown]";

/**
 * Reads a stack's config. A secret in it that cannot be decrypted is an error only for whoever needs it.
 * @throws {PulumiCommandError} if the config as a whole cannot be read.
 */
export async function readStackConfig(stack: string, context: PulumiCommandContext): Promise<StackConfig> {
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
  const config = (parseJson(text) ?? {}) as ConfigEntries;
  return { lookUp: lookUpIn(config, why), isEmpty: Object.keys(config).length === 0 };
}

type ConfigEntries = Readonly<Record<string, { readonly value?: unknown; readonly secret?: unknown }>>;

/** @param why a secret has no value */
function lookUpIn(config: ConfigEntries, why: string): ConfigLookup {
  const entries = new Map(Object.entries(config));
  return (fullKey) => {
    const entry = entries.get(fullKey);
    if (entry?.value === unknownValue) {
      throw new ConfigurationError(
        undefined,
        `${fullKey} in the stack config comes from an environment that could not be opened`,
        ["Ask for the permission to open the Pulumi ESC environment, or run the audit as someone who has it."],
      );
    }
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
