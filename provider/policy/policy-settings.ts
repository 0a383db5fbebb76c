// Tested by test/policy/webhook-expectation-policy.test.ts
import { frozenCopy } from "../expectation/reading/frozen-copy";
import { asRunError } from "../errors/run-error";
import { policyHead, requireOptions, type Given } from "./policy-options";

/** How a kind of policy reads what it is given. */
export interface SettingsKind<Settings> {
  /** The function that makes such policies. */
  readonly functionName: string;
  readonly defaultName: string;
  /** The options that the configuration of a pack may have too. */
  readonly configurable: readonly string[];
  /** Whether options without any configuration may be incomplete. @default every one is read as it is */
  readonly isComplete?: (options: Given) => boolean;
  /** @throws {InvalidInputError} */
  readonly read: (options: Given) => Settings;
}

/** A policy's settings, which are known when it is called. */
export interface PolicySettings<Settings> {
  /** The part of the policy that its options give. */
  readonly head: ReturnType<typeof policyHead>;
  /** The settings with the configuration that Pulumi hands the policy, which outranks the options. */
  settings(config: unknown): Settings;
}

/**
 * Reads a policy's options, and with each configuration again.
 * @throws {InvalidInputError} that the CLI prints without a stack trace.
 */
export function policySettings<Settings>(options: unknown, kind: SettingsKind<Settings>): PolicySettings<Settings> {
  const { configurable, isComplete = () => true, read } = kind;
  try {
    const given = requireOptions(options, ["name", "enforcementLevel", ...configurable]);
    const head = policyHead(given, kind.defaultName);
    if (isComplete(given)) {
      read(given);
    }
    // A later change of the options changes nothing here. They were found to be plain data: nothing of them is lost.
    const kept = frozenCopy(given) as Given;
    return { head, settings: onceEach((config) => withConfig(config, kept, kind, head.name)) };
  } catch (error) {
    throw asRunError(error, kind.functionName);
  }
}

function withConfig<Settings>(config: unknown, given: Given, kind: SettingsKind<Settings>, name: string): Settings {
  try {
    return kind.read({ ...given, ...requireOptions(config, kind.configurable) });
  } catch (error) {
    throw asRunError(error, `policy "${name}"`);
  }
}

/** `read`, which runs again only if the configuration is a different one: policies are called once for each resource. */
function onceEach<Settings>(read: (config: unknown) => Settings): (config: unknown) => Settings {
  let last: { readonly text: string; readonly settings: Settings } | undefined;
  return (config) => {
    const text = JSON.stringify(config ?? null);
    if (last?.text !== text) {
      last = { text, settings: read(config) };
    }
    return last.settings;
  };
}
